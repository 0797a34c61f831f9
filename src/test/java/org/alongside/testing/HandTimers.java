package org.alongside.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.alongside.ui.form.Timers;

/// Timers that run when the test says that time passed.
public final class HandTimers implements Timers {
    private final List<Hand> hands = new ArrayList<>();

    @Override
    public Timer after(Duration time, Runnable action) {
        var hand = new Hand(time, action);
        hands.add(hand);
        return hand;
    }

    /// Lets time pass: whatever became due runs, in the order of its moment.
    public void pass(Duration time) {
        Duration left = time;
        while (true) {
            Hand next = hands.stream()
                    .filter(hand -> hand.left != null)
                    .min(java.util.Comparator.comparing(hand -> hand.left))
                    .orElse(null);
            if (next == null || next.left.compareTo(left) > 0) {
                break;
            }
            Duration step = next.left;
            elapse(step);
            left = left.minus(step);
            next.left = null;
            next.action.run();
        }
        elapse(left);
    }

    private void elapse(Duration time) {
        for (Hand hand : hands) {
            if (hand.left != null) {
                hand.left = hand.left.minus(time);
            }
        }
    }

    private static final class Hand implements Timer {
        private final Duration time;
        private final Runnable action;
        private @org.jspecify.annotations.Nullable Duration left;

        Hand(Duration time, Runnable action) {
            this.time = time;
            this.action = action;
        }

        @Override
        public void restart() {
            left = time;
        }

        @Override
        public void cancel() {
            left = null;
        }
    }
}
