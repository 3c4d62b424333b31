package dev.cairn.ledger.erasure;

import dev.cairn.kit.db.Tx;
import dev.cairn.ledger.AnswersAbout;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Forgets what the member was answered, and shops and staff about the member. The keys stay used:
 * whoever sends one again is refused, because no content equals what is forgotten.
 */
@ApplicationScoped
class ForgetAnswers implements ForgetMember {
    private final AnswersAbout answers;

    ForgetAnswers(AnswersAbout answers) {
        this.answers = answers;
    }

    @Override
    public void forget(Tx tx, String memberId) {
        answers.clear(tx, memberId);
    }
}
