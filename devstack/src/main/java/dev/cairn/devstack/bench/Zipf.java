package dev.cairn.devstack.bench;

import java.util.Arrays;
import java.util.Random;

/** Draws ranks from 0; rank k comes with a weight of 1 / (k + 1)^exponent. */
final class Zipf {

    private final double[] cumulated;

    /**
     * @param ranks how many there are, at least one
     * @param exponent 0 draws all alike; 1.1 is what shops see of their customers
     */
    Zipf(int ranks, double exponent) {
        if (ranks < 1) {
            throw new IllegalArgumentException("ranks must be at least 1: " + ranks);
        }
        cumulated = new double[ranks];
        double sum = 0;
        for (int rank = 0; rank < ranks; rank++) {
            sum += 1 / Math.pow(rank + 1, exponent);
            cumulated[rank] = sum;
        }
    }

    int draw(Random random) {
        double point = random.nextDouble() * cumulated[cumulated.length - 1];
        int found = Arrays.binarySearch(cumulated, point);
        return Math.min(found < 0 ? -found - 1 : found + 1, cumulated.length - 1);
    }
}
