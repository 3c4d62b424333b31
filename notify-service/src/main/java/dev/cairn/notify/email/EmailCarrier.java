package dev.cairn.notify.email;

import dev.cairn.notify.channel.Channel;
import dev.cairn.notify.delivery.Carrier;
import dev.cairn.notify.delivery.Handover;
import dev.cairn.notify.delivery.Letter;
import io.quarkus.logging.Log;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.SMTPException;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Hands mails to the mail server. */
@ApplicationScoped
public class EmailCarrier implements Carrier {
    private static final String AT_RECIPIENT = "recipient";

    private final MailClient client;
    private final Context lane;
    private final MailConfig config;
    private final MailWriter writer;

    public EmailCarrier(Vertx vertx, MailClient client, MailConfig config) {
        this.client = client;
        this.lane = ((VertxInternal) vertx).createEventLoopContext();
        this.config = config;
        this.writer = new MailWriter(config.from().orElseThrow());
    }

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    @Override
    public boolean enabled() {
        return true;
    }

    @Override
    public Handover hand(Letter letter) {
        var answer = send(writer.mail(letter));
        try {
            answer.get(config.patience().toMillis(), TimeUnit.MILLISECONDS);
            return new Handover.Accepted();
        } catch (ExecutionException e) {
            return meaning(letter, e.getCause());
        } catch (TimeoutException e) {
            Log.warnf("no answer from the mail server: message=%s", letter.messageId());
            return new Handover.Unknown();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Handover.Unknown();
        }
    }

    /**
     * Sends on one event loop, always the same: the client opens connections on the loop of its
     * caller, and loses a greeting that arrives on another one before it listens.
     */
    private CompletableFuture<Void> send(MailMessage mail) {
        var answer = new CompletableFuture<Void>();
        lane.runOnContext(
                now ->
                        client.sendMail(mail)
                                .onSuccess(taken -> answer.complete(null))
                                .onFailure(answer::completeExceptionally));
        return answer;
    }

    private static Handover meaning(Letter letter, Throwable failure) {
        if (failure instanceof SMTPException refusal) {
            var atRecipient = String.valueOf(refusal.getMessage()).startsWith(AT_RECIPIENT);
            return Refusal.of(refusal.getReplyCode(), refusal.getReplyMessage(), atRecipient);
        }
        Log.warnf(
                "the mail server cannot be reached: message=%s failure=%s",
                letter.messageId(), failure.getClass().getSimpleName());
        return neverConnected(failure) ? new Handover.Busy() : new Handover.Unknown();
    }

    /** Netty wraps what it met while connecting into an exception of the same family. */
    private static boolean neverConnected(Throwable failure) {
        return failure instanceof ConnectException
                || failure instanceof UnknownHostException
                || failure instanceof SocketException
                        && failure.getCause() instanceof SocketException;
    }
}
