package dev.cairn.e2e.poison;

import dev.cairn.contracts.Topics;
import dev.cairn.devstack.client.Json;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Ways to be unreadable. */
enum Poison {
    BROKEN_JSON {
        @Override
        ProducerRecord<String, byte[]> of(Example good) {
            return good.record(good.type(), "{\"memberId\":\"" + good.member() + "\",");
        }
    },
    NO_HEADERS {
        @Override
        ProducerRecord<String, byte[]> of(Example good) {
            return good.bare(Json.text(good.data()));
        }
    },
    NO_MEMBER {
        @Override
        ProducerRecord<String, byte[]> of(Example good) {
            return good.record(good.type(), Json.text(Map.of("points", 5)));
        }
    },
    WRONG_TYPES {
        @Override
        ProducerRecord<String, byte[]> of(Example good) {
            return good.with("occurredAt", "yesterday").record();
        }
    },
    STRAY {
        @Override
        ProducerRecord<String, byte[]> of(Example good) {
            String elsewhere =
                    good.topic().equals(Topics.MESSAGES)
                            ? "dev.cairn.award.set.v1"
                            : "dev.cairn.message.sent.v1";
            return good.record(elsewhere, Json.text(good.data()));
        }
    };

    abstract ProducerRecord<String, byte[]> of(Example good);
}
