package dev.cairn.devstack.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** What the shop sells. */
final class Assortment {

    /** An article; the price is in minor units of the buyer's currency. */
    record Article(String sku, String category, long price) {}

    private static final List<Article> SMALL =
            List.of(
                    new Article("espresso-250", "coffee", 549),
                    new Article("filter-500", "coffee", 1090),
                    new Article("oat-milk", "pantry", 229),
                    new Article("granola", "pantry", 465),
                    new Article("green-tea", "tea", 620),
                    new Article("rooibos", "tea", 510),
                    new Article("croissant", "bakery", 195),
                    new Article("rye-loaf", "bakery", 385),
                    new Article("postcard", "gifts", 99),
                    new Article("mug-blue", "kitchen", 1250));
    private static final List<Article> DEAR =
            List.of(
                    new Article("hand-grinder", "kitchen", 8900),
                    new Article("kettle", "kitchen", 6450),
                    new Article("gift-box", "gifts", 3995),
                    new Article("moka-pot", "kitchen", 2990));

    private Assortment() {}

    /** The lines of one order. */
    static List<Map<String, Object>> basket(Persona persona, RandomGenerator random) {
        List<Map<String, Object>> lines = new ArrayList<>();
        int count = persona.lines(random);
        for (int line = 1; line <= count; line++) {
            boolean dear = random.nextInt(10) < persona.taste();
            List<Article> shelf = dear && line <= 2 ? DEAR : SMALL;
            Article article = shelf.get(random.nextInt(shelf.size()));
            lines.add(
                    Map.of(
                            "line", Integer.toString(line),
                            "sku", article.sku(),
                            "category", article.category(),
                            "quantity", (long) random.nextInt(1, 4),
                            "unitPrice", article.price()));
        }
        return List.copyOf(lines);
    }
}
