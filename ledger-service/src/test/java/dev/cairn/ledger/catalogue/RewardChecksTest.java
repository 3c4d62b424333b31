package dev.cairn.ledger.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.cairn.kit.event.EventCodec;
import dev.cairn.ledger.catalogue.RewardChecks.Complaint;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RewardChecksTest {
    private static final String RATE =
            "{'version':'1','since':'2026-01-01T00:00:00Z','points':100,'minor':50}";

    private static List<Complaint> complaints(String json) throws JsonProcessingException {
        var definition =
                EventCodec.json().readValue(json.replace('\'', '"'), RewardDefinition.class);
        return RewardChecks.complaints(definition, List.of("points", "miles")::contains);
    }

    @Test
    void aRewardWithEverythingIsGood() throws JsonProcessingException {
        assertThat(
                        complaints(
                                """
                                {'type':'good','title':{'en':'Tea','de-AT':'Tee'},
                                 'description':{'en':'Green'},
                                 'images':['https://shop.example/tea.png'],
                                 'prices':[{'points':10,'tiers':['gold']},
                                           {'currency':'miles','points':5},{'points':20}],
                                 'stock':3,'limit':{'limit':1,'per':'month'},
                                 'validity':{'zone':'Europe/Paris','from':'2026-01-01T00:00:00Z',
                                             'days':{'rrule':'FREQ=WEEKLY;BYDAY=SA,SU',
                                                     'from':'2026-01-01'},
                                             'hours':{'opens':'09:00','closes':'17:00'}},
                                 'autoRedeem':{'threshold':50,'mostPerDay':25},
                                 'active':false}
                                """))
                .isEmpty();
        assertThat(complaints("{'title':{'en':'Tea'},'price':1}")).isEmpty();
        assertThat(complaints(payment("'EUR'", RATE))).isEmpty();
    }

    private static String payment(String money, String rates) {
        return "{'title':{'en':'Pay'},'payment':{'money':%s,'rates':[%s]}}".formatted(money, rates);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    'price':0 | price
                    'price':1000000000001 | price
                    'stock':1 | price
                    'price':1,'prices':[{'points':1}] | prices
                    'prices':[] | prices
                    'prices':[null] | prices[0]
                    'prices':[{'tiers':['gold']}] | prices[0].points
                    'prices':[{'points':0}] | prices[0].points
                    'prices':[{'points':1,'currency':'stars'}] | prices[0].currency
                    'prices':[{'points':1,'tiers':['']}] | prices[0].tiers
                    'prices':[{'points':1},{'points':2,'tiers':['gold']}] | prices[1]
                    'price':1,'stock':-1 | stock
                    'price':1,'type':'voucher-code','stock':1 | stock
                    'price':1,'limit':{'per':'day'} | limit.limit
                    'price':1,'limit':{'limit':0,'per':'day'} | limit.limit
                    'price':1,'limit':{'limit':1} | limit.per
                    'price':1,'description':{'de':'Tee'} | description.en
                    'price':1,'images':['http://shop.example/tea.png'] | images[0]
                    'price':1,'images':['https:///tea.png'] | images[0]
                    'price':1,'images':['no address'] | images[0]
                    'price':1,'type':'points-payment' | payment
                    'price':1,'autoRedeem':{} | autoRedeem.threshold
                    'price':1,'autoRedeem':{'threshold':0} | autoRedeem.threshold
                    'price':1,'autoRedeem':{'threshold':1000000000001} | autoRedeem.threshold
                    'price':1,'autoRedeem':{'threshold':1,'mostPerDay':0} | autoRedeem.mostPerDay
                    'price':1,'autoRedeem':{'threshold':1,'mostPerDay':26} | autoRedeem.mostPerDay
                    'type':'good','payment':{'money':'EUR'} | payment
                    """)
    void everyMistakeHasItsField(String fields, String field) throws JsonProcessingException {
        assertThat(complaints("{'title':{'en':'Tea'}," + fields + "}"))
                .extracting(Complaint::field)
                .contains(field);
    }

    @Test
    void titlesAreInLanguagesAndHaveAnEnd() throws JsonProcessingException {
        assertThat(complaints("{'price':1}")).extracting(Complaint::field).containsExactly("title");
        assertThat(
                        complaints(
                                "{'price':1,'title':{'de':'Tee','x_y':'?','fr':'','es':'%s'}}"
                                        .formatted("e".repeat(121))))
                .extracting(Complaint::field)
                .containsExactlyInAnyOrder("title.en", "title.x_y", "title.fr", "title.es");
    }

    @Test
    void ratesNameTheirMistakes() throws JsonProcessingException {
        assertThat(complaints(payment("'euro'", RATE)))
                .extracting(Complaint::field)
                .containsExactly("payment.money");
        assertThat(complaints(payment("'EUR'", "")))
                .extracting(Complaint::field)
                .containsExactly("payment.rates");
        assertThat(complaints(payment("'EUR'", RATE + "," + RATE)))
                .extracting(Complaint::field)
                .containsExactly("payment.rates[1].version", "payment.rates[1].since");
        assertThat(complaints(payment("'EUR'", "{'version':'?','points':0}")))
                .extracting(Complaint::field)
                .containsExactly(
                        "payment.rates[0].version",
                        "payment.rates[0].since",
                        "payment.rates[0].points",
                        "payment.rates[0].minor");
    }
}
