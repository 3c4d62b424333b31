package dev.cairn.ledger.once;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.contracts.EventType;
import dev.cairn.contracts.MemberEvent;
import dev.cairn.contracts.RewardEvent.AwardSet;
import dev.cairn.contracts.Topics;
import dev.cairn.kit.event.EventCodec;
import dev.cairn.kit.event.Header;
import dev.cairn.ledger.Awards;
import dev.cairn.ledger.Calls;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Everything that the ledger was told, over HTTP and by topic, and what it answered. */
final class Diary {
    private final Awards awards;
    private final List<Said> said = new ArrayList<>();
    private final List<ProducerRecord<String, byte[]>> heard = new ArrayList<>();
    private int published;

    Diary(Awards awards) {
        this.awards = awards;
    }

    /** A command under its key, and its answer. */
    record Said(Command command, String key, String answer) {

        /** Sends it once more. */
        void again() {
            assertThat(command.send(key).asString()).as(command.path()).isEqualTo(answer);
        }
    }

    Response send(Command command) {
        var key = Calls.newKey();
        var answer = command.send(key);
        said.add(new Said(command, key, answer.asString()));
        return answer;
    }

    void publish(AwardSet... sets) {
        publish(List.of(sets).stream().map(Awards::record).toList());
    }

    void publish(List<ProducerRecord<String, byte[]>> records) {
        heard.addAll(records);
        awards.publish(records);
        published += records.size();
    }

    void awaitBalance(String member, long balance) {
        awards.awaitBalance(member, balance);
    }

    List<Said> said() {
        return List.copyOf(said);
    }

    /** How many records were published, again and again. */
    int published() {
        return published;
    }

    /** Publishes all records again, as they were and then as if they were new. */
    void publishAgain() {
        var copies = heard.stream().map(Diary::copy).toList();
        awards.publish(heard);
        awards.publish(copies);
        published += heard.size() + copies.size();
    }

    static ProducerRecord<String, byte[]> record(MemberEvent event) {
        var key = event.memberId();
        var record = new ProducerRecord<>(Topics.MEMBERS, key, EventCodec.encode(event));
        Header.write(record.headers(), Header.ID, UUID.randomUUID().toString());
        Header.write(record.headers(), Header.SOURCE, "/test");
        Header.write(record.headers(), Header.TYPE, EventType.of(event).typeName());
        return record;
    }

    private static ProducerRecord<String, byte[]> copy(ProducerRecord<String, byte[]> record) {
        var copy = new ProducerRecord<>(record.topic(), record.key(), record.value());
        Header.write(copy.headers(), Header.ID, UUID.randomUUID().toString());
        for (var header : List.of(Header.SOURCE, Header.TYPE)) {
            Header.write(copy.headers(), header, Header.read(record.headers(), header));
        }
        return copy;
    }
}
