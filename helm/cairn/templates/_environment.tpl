{{/* What a service is told: settings by its ConfigMap, secrets from Secrets that are there. */}}

{{/* Variables with secrets, each from a Secret that is there already. In: root, name, workload. */}}
{{- define "cairn.secretEnvs" -}}
{{- $database := .workload.database -}}
{{- $secret := include "cairn.required" (dict "value" $database.existingSecret "key" (printf "services.%s.database.existingSecret" .name) "hint" "the Secret with username and password of the application's role") -}}
{{ include "cairn.secretEnv" (dict "name" "QUARKUS_DATASOURCE_USERNAME" "secret" $secret "key" $database.usernameKey) }}
{{ include "cairn.secretEnv" (dict "name" "QUARKUS_DATASOURCE_PASSWORD" "secret" $secret "key" $database.passwordKey) }}
{{- with .root.Values.kafka.security }}
{{- if hasPrefix "SASL" .protocol }}
{{ include "cairn.secretEnv" (dict "name" "KAFKA_SASL_JAAS_CONFIG" "key" .jaasKey "secret" (include "cairn.required" (dict "value" .existingSecret "key" "kafka.security.existingSecret" "hint" "the Secret with the JAAS line that SASL needs"))) }}
{{- end }}
{{- if and .truststore.existingSecret .truststore.passwordKey }}
{{ include "cairn.secretEnv" (dict "name" "KAFKA_SSL_TRUSTSTORE_PASSWORD" "secret" .truststore.existingSecret "key" .truststore.passwordKey) }}
{{- end }}
{{- if and .keystore.existingSecret .keystore.passwordKey }}
{{ include "cairn.secretEnv" (dict "name" "KAFKA_SSL_KEYSTORE_PASSWORD" "secret" .keystore.existingSecret "key" .keystore.passwordKey) }}
{{- end }}
{{- end }}
{{- with .workload.redis }}
{{- if .existingSecret }}
{{ include "cairn.secretEnv" (dict "name" "QUARKUS_REDIS_PASSWORD" "secret" .existingSecret "key" .passwordKey) }}
{{- end }}
{{- end }}
{{- if eq .name "notify" }}
{{ include "cairn.notifySecretEnvs" . }}
{{- end }}
{{- end -}}

{{- define "cairn.notifySecretEnvs" -}}
{{- $keys := include "cairn.required" (dict "value" .workload.secrets.existingSecret "key" "services.notify.secrets.existingSecret" "hint" "the Secret with contact-key and unsubscribe-key, each from `openssl rand -base64 32`") -}}
{{ include "cairn.secretEnv" (dict "name" "CAIRN_SECRETS_CONTACT_KEY" "secret" $keys "key" .workload.secrets.contactKey) }}
{{ include "cairn.secretEnv" (dict "name" "CAIRN_SECRETS_CONTACT_KEYS_OLD" "secret" $keys "key" .workload.secrets.contactKeysOld "optional" true) }}
{{ include "cairn.secretEnv" (dict "name" "CAIRN_SECRETS_SUPPRESSION_KEY" "secret" $keys "key" .workload.secrets.suppressionKey "optional" true) }}
{{ include "cairn.secretEnv" (dict "name" "CAIRN_SECRETS_UNSUBSCRIBE_KEY" "secret" $keys "key" .workload.secrets.unsubscribeKey) }}
{{ include "cairn.secretEnv" (dict "name" "CAIRN_SECRETS_UNSUBSCRIBE_KEYS_OLD" "secret" $keys "key" .workload.secrets.unsubscribeKeysOld "optional" true) }}
{{- with .workload.mail }}
{{- if .existingSecret }}
{{ include "cairn.secretEnv" (dict "name" "QUARKUS_MAILER_USERNAME" "secret" .existingSecret "key" .usernameKey) }}
{{ include "cairn.secretEnv" (dict "name" "QUARKUS_MAILER_PASSWORD" "secret" .existingSecret "key" .passwordKey) }}
{{- end }}
{{- end }}
{{- if .workload.sms.url }}
{{ include "cairn.secretEnv" (dict "name" "CAIRN_SMS_TOKEN" "key" .workload.sms.tokenKey "secret" (include "cairn.required" (dict "value" .workload.sms.existingSecret "key" "services.notify.sms.existingSecret" "hint" "the Secret with the SMS provider's token"))) }}
{{- end }}
{{- if .workload.push.url }}
{{ include "cairn.secretEnv" (dict "name" "CAIRN_PUSH_TOKEN" "key" .workload.push.tokenKey "secret" (include "cairn.required" (dict "value" .workload.push.existingSecret "key" "services.notify.push.existingSecret" "hint" "the Secret with the push provider's token"))) }}
{{- end }}
{{- end -}}

{{/* Variables of the run that changes the tables and ends; they come last and win. In: root, name, workload. */}}
{{- define "cairn.migrationEnvs" -}}
{{- $secret := include "cairn.required" (dict "value" .workload.migrations.existingSecret "key" (printf "services.%s.migrations.existingSecret" .name) "hint" "the Secret with username and password of the role that owns the tables (or set migrations.mode to external)") -}}
- name: QUARKUS_INIT_AND_EXIT
  value: "true"
- name: QUARKUS_FLYWAY_MIGRATE_AT_START
  value: "true"
# Nobody calls this run, so it asks no issuer and needs no time in which callers go away.
- name: QUARKUS_OIDC_TENANT_ENABLED
  value: "false"
- name: QUARKUS_SHUTDOWN_DELAY
  value: PT0S
- name: QUARKUS_FLYWAY_PLACEHOLDERS_APP
  value: {{ .workload.database.role | default .name | quote }}
{{ include "cairn.secretEnv" (dict "name" "QUARKUS_FLYWAY_USERNAME" "secret" $secret "key" .workload.migrations.usernameKey) }}
{{ include "cairn.secretEnv" (dict "name" "QUARKUS_FLYWAY_PASSWORD" "secret" $secret "key" .workload.migrations.passwordKey) }}
{{- end -}}

{{/* The settings of a service that are no secrets. In: root, name, workload. */}}
{{- define "cairn.config" -}}
{{- $values := .root.Values -}}
{{- $database := .workload.database -}}
{{- $host := include "cairn.required" (dict "value" $database.host "key" (printf "services.%s.database.host" .name) "hint" "the PostgreSQL host (or defaults.database.host for all four)") -}}
{{- $url := printf "jdbc:postgresql://%s:%v/%s" $host $database.port ($database.name | default .name) -}}
{{- $config := dict
  "QUARKUS_DATASOURCE_JDBC_URL" (printf "%s?%s" $url $database.params | trimSuffix "?")
  "QUARKUS_DATASOURCE_JDBC_MAX_SIZE" ($database.maxPoolSize | toString)
  "QUARKUS_FLYWAY_MIGRATE_AT_START" "false"
  "QUARKUS_LOG_LEVEL" .workload.logLevel -}}
{{- $_ := mergeOverwrite $config (include "cairn.kafkaConfig" .root | fromYaml) (include "cairn.oidcConfig" .root | fromYaml) -}}
{{- if $values.otel.endpoint -}}
{{- $_ := set $config "QUARKUS_OTEL_SDK_DISABLED" "false" -}}
{{- $_ := set $config "QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT" $values.otel.endpoint -}}
{{- $_ := set $config "QUARKUS_OTEL_RESOURCE_ATTRIBUTES" (printf "service.namespace=%s,service.version=%s" .root.Release.Namespace .root.Chart.AppVersion) -}}
{{- $_ := set $config "QUARKUS_OTEL_TRACES_SAMPLER_ARG" ($values.otel.sampleRatio | toString) -}}
{{- end -}}
{{- with .workload.javaOptions -}}
{{- $_ := set $config "JAVA_OPTS_APPEND" . -}}
{{- end -}}
{{- range $kind, $file := include "cairn.definitions" . | fromYaml -}}
{{- $_ := set $config $file.variable (printf "%s/%s/%s" (include "cairn.filePath" $) $kind $file.key) -}}
{{- end -}}
{{- $zone := dict "ledger" "CAIRN_EXPIRY_ZONE" "notify" "CAIRN_SEND_ZONE" "segment" "CAIRN_SEGMENTS_ZONE" -}}
{{- with get $zone .name -}}
{{- $_ := set $config . $values.timeZone -}}
{{- end -}}
{{- with .workload.redis -}}
{{- $_ := set $config "QUARKUS_REDIS_HOSTS" (include "cairn.required" (dict "value" .hosts "key" "services.rules.redis.hosts" "hint" "where Redis answers, such as redis://redis:6379")) -}}
{{- end -}}
{{- if eq .name "notify" -}}
{{- $_ := mergeOverwrite $config (include "cairn.notifyConfig" . | fromYaml) -}}
{{- end -}}
{{- toYaml $config -}}
{{- end -}}

{{- define "cairn.kafkaConfig" -}}
{{- with .Values.kafka -}}
{{- $servers := include "cairn.required" (dict "value" .bootstrapServers "key" "kafka.bootstrapServers" "hint" "where Kafka answers, such as kafka-bootstrap:9092") -}}
KAFKA_BOOTSTRAP_SERVERS: {{ $servers | quote }}
KAFKA_SECURITY_PROTOCOL: {{ .security.protocol }}
{{- if hasPrefix "SASL" .security.protocol }}
KAFKA_SASL_MECHANISM: {{ .security.saslMechanism }}
{{- end }}
{{- with .security.truststore }}
{{- if .existingSecret }}
KAFKA_SSL_TRUSTSTORE_LOCATION: {{ include "cairn.trustPath" $ }}/{{ .key }}
KAFKA_SSL_TRUSTSTORE_TYPE: {{ .type }}
{{- end }}
{{- end }}
{{- with .security.keystore }}
{{- if .existingSecret }}
KAFKA_SSL_KEYSTORE_LOCATION: {{ include "cairn.keyPath" $ }}/{{ .key }}
KAFKA_SSL_KEYSTORE_TYPE: {{ .type }}
{{- end }}
{{- end }}
CAIRN_TOPICS_CREATE: {{ .topics.create | quote }}
{{- if .topics.create }}
CAIRN_TOPICS_PARTITIONS: {{ .topics.partitions | quote }}
CAIRN_TOPICS_REPLICAS: {{ .topics.replicas | quote }}
{{- end }}
{{- end }}
{{- end -}}

{{- define "cairn.oidcConfig" -}}
{{- with .Values.oidc -}}
{{- $issuer := include "cairn.required" (dict "value" .authServerUrl "key" "oidc.authServerUrl" "hint" "the issuer's address, such as https://login.example.com/realms/loyalty") -}}
{{- if and (hasPrefix "http://" $issuer) (not .allowHttpIssuer) -}}
{{- fail (printf "oidc.authServerUrl is %s: whoever can change plain HTTP can forge tokens. Use https, or set oidc.allowHttpIssuer=true on a trial cluster." $issuer) -}}
{{- end -}}
QUARKUS_OIDC_AUTH_SERVER_URL: {{ $issuer }}
QUARKUS_OIDC_TOKEN_AUDIENCE: {{ .audience }}
QUARKUS_OIDC_ROLES_ROLE_CLAIM_PATH: {{ .rolesClaim }}
CAIRN_ACCESS_MEMBER_CLAIM: {{ .memberClaim }}
{{- if .allowHttpIssuer }}
CAIRN_ACCESS_ALLOW_HTTP_ISSUER: "true"
{{- end }}
{{- end }}
{{- end -}}

{{- define "cairn.notifyConfig" -}}
{{- with .workload -}}
CAIRN_PUBLIC_URL: {{ include "cairn.required" (dict "value" .publicUrl "key" "services.notify.publicUrl" "hint" "the address in unsubscribe links, such as https://loyalty.example.com") }}
CAIRN_MAIL_FROM: {{ include "cairn.required" (dict "value" .mail.from "key" "services.notify.mail.from" "hint" "the sender of mails, such as Shop <loyalty@example.com>") | quote }}
CAIRN_MESSAGE_BRAND: {{ .brand | quote }}
QUARKUS_MAILER_HOST: {{ include "cairn.required" (dict "value" .mail.host "key" "services.notify.mail.host" "hint" "the mail server") }}
QUARKUS_MAILER_PORT: {{ .mail.port | quote }}
QUARKUS_MAILER_TLS: {{ .mail.tls | quote }}
QUARKUS_MAILER_START_TLS: {{ .mail.startTls }}
{{- with .sms }}
{{- if .url }}
CAIRN_SMS_URL: {{ .url }}
CAIRN_SMS_ACCOUNT: {{ include "cairn.required" (dict "value" .account "key" "services.notify.sms.account" "hint" "the account at the SMS provider") | quote }}
CAIRN_SMS_FROM: {{ .from | quote }}
{{- end }}
{{- end }}
{{- with .push.url }}
CAIRN_PUSH_URL: {{ . }}
{{- end }}
{{- end }}
{{- end -}}
