package dev.cairn.devstack.sinks;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.cairn.devstack.process.JsonFile;
import java.io.IOException;
import java.nio.file.Path;

/** The child process: a mail server, the two stand-ins and a page to look at what came. */
final class SinksNode {

    private SinksNode() {}

    public static void main(String[] args) throws IOException {
        JsonNode settings = new JsonFile(Path.of(args[0])).read();
        GreenMail mail =
                new GreenMail(
                        new ServerSetup[] {
                            setup(settings, ServerSetup.PROTOCOL_SMTP),
                            setup(settings, ServerSetup.PROTOCOL_IMAP)
                        });
        mail.withConfiguration(new GreenMailConfiguration().withDisabledAuthentication());
        mail.start();
        Received received = new Received();
        SmsProvider sms =
                new SmsProvider(
                        settings.path("smsAccount").asText(),
                        settings.path("smsToken").asText(),
                        received);
        PushProvider push =
                new PushProvider(
                        settings.path("pushProject").asText(),
                        settings.path("pushToken").asText(),
                        received);
        SinksServer.start(settings.path("http").asInt(), sms, push, received, new MailView(mail));
    }

    private static ServerSetup setup(JsonNode settings, String protocol) {
        return new ServerSetup(settings.path(protocol).asInt(), "127.0.0.1", protocol);
    }
}
