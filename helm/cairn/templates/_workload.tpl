{{/* The four workloads, and what the chart knows of each. */}}

{{- define "cairn.workloads" -}}
ledger,notify,rules,segment
{{- end -}}

{{/*
What is a fact of the service and not a choice: the topics it listens to (its consumer group has its own name),
the paths that members, shops and partners call, the paths for staff, and one path that asks for a token.
*/}}
{{- define "cairn.facts" -}}
ledger:
  topics: [cairn.members.v1, cairn.rewards.v1, cairn.segments.v1]
  public: [/v1/holds, /v1/me/auto-redeem, /v1/me/conversions, /v1/me/holds, /v1/me/household, /v1/me/partner-codes, /v1/me/points, /v1/me/quotes, /v1/me/redemptions, /v1/me/transfers, /v1/partner, /v1/quotes, /v1/redemptions, /v1/rewards]
  staff: ["/v1/members/[^/]+/(auto-redeem|export|freeze|points)", /v1/adjustments, /v1/books, /v1/imports, /v1/partners, /v1/points, /v1/proof, /v1/transfers]
  guarded: /v1/me/points
notify:
  topics: [cairn.members.v1, cairn.points.v1, cairn.rewards.v1, cairn.segments.v1]
  public: [/u, /v1/me/consents, /v1/me/contact-points, /v1/me/inbox]
  staff: ["/v1/members/[^/]+/(consents|contact-points)", /v1/messages]
  guarded: /v1/me/inbox
rules:
  topics: [cairn.activities.v1, cairn.members.v1]
  public: [/v1/activities, /v1/me/progress]
  staff: ["/v1/members/[^/]+/(awards|explanations|progress)", /v1/programme]
  guarded: /v1/me/progress
segment:
  topics: [cairn.activities.v1, cairn.messages.v1, cairn.points.v1]
  public: [/v1/me/profile, /v1/me/segments]
  staff: ["/v1/members/[^/]+(/segments)?", /v1/segments]
  guarded: /v1/me/profile
{{- end -}}

{{/* The settings of one workload: its own over the defaults, maps merged, lists replaced. In: root, name. */}}
{{- define "cairn.workload" -}}
{{- toYaml (mergeOverwrite (deepCopy .root.Values.defaults) (deepCopy (index .root.Values.services .name))) -}}
{{- end -}}

{{/* The smallest number of pods that the workload may have. In: workload. */}}
{{- define "cairn.leastReplicas" -}}
{{- $scaling := .workload.autoscaling -}}
{{- if eq $scaling.mode "none" -}}
{{- .workload.replicas -}}
{{- else -}}
{{- (index $scaling $scaling.mode).minReplicas -}}
{{- end -}}
{{- end -}}

{{/* Where Kafka's certificates and the service's own files are found. */}}
{{- define "cairn.trustPath" -}}/etc/cairn/kafka-trust{{- end -}}
{{- define "cairn.keyPath" -}}/etc/cairn/kafka-key{{- end -}}
{{- define "cairn.filePath" -}}/etc/cairn/files{{- end -}}

{{/* The files that a service reads its definitions from, of those that are named. In: name, workload. */}}
{{- define "cairn.definitions" -}}
{{- $kinds := dict
  "ledger" (dict "catalogue" "CAIRN_CATALOGUE_FILE" "currencies" "CAIRN_CURRENCIES_FILE")
  "rules" (dict "programme" "CAIRN_PROGRAMME_FILE")
  "segment" (dict "segments" "CAIRN_SEGMENTS_FILE") -}}
{{- $workload := .workload -}}
{{- range $kind, $variable := get $kinds .name | default dict -}}
{{- $file := index $workload $kind }}
{{- if $file.existingConfigMap }}
{{ $kind }}:
  variable: {{ $variable }}
  configMap: {{ $file.existingConfigMap }}
  key: {{ $file.key }}
{{- end -}}
{{- end -}}
{{- end -}}

{{/* One container of a workload: the service itself, or (migrate) the run that changes its tables. In: root, name, workload, migrate. */}}
{{- define "cairn.container" -}}
name: {{ .migrate | ternary "migrate" .name }}
image: {{ include "cairn.image" . }}
imagePullPolicy: {{ .workload.image.pullPolicy }}
{{- with .workload.securityContext }}
securityContext:
  {{- toYaml . | nindent 2 }}
{{- end }}
envFrom:
  - configMapRef:
      name: {{ include "cairn.fullname" .root }}-{{ .name }}
  {{- with .workload.extraEnvFrom }}
  {{- toYaml . | nindent 2 }}
  {{- end }}
env:
  {{- include "cairn.secretEnvs" . | trim | nindent 2 }}
  {{- with .workload.extraEnv }}
  {{- toYaml . | nindent 2 }}
  {{- end }}
  {{- if .migrate }}
  {{- include "cairn.migrationEnvs" . | nindent 2 }}
  {{- end }}
{{- if not .migrate }}
ports:
  - name: http
    containerPort: 8080
    protocol: TCP
  - name: management
    containerPort: 9000
    protocol: TCP
{{- range $probe, $path := dict "startupProbe" "started" "readinessProbe" "ready" "livenessProbe" "live" }}
{{ $probe }}:
  httpGet:
    path: /q/health/{{ $path }}
    port: management
  {{- toYaml (index $.workload.probes (trimSuffix "Probe" $probe)) | nindent 2 }}
{{- end }}
lifecycle:
  preStop:
    sleep:
      seconds: {{ .workload.preStopSeconds }}
{{- end }}
{{- with .workload.resources }}
resources:
  {{- toYaml . | nindent 2 }}
{{- end }}
volumeMounts:
  - name: tmp
    mountPath: /tmp
  {{- range $kind, $file := include "cairn.definitions" . | fromYaml }}
  - name: {{ $kind }}
    mountPath: {{ include "cairn.filePath" $ }}/{{ $kind }}
    readOnly: true
  {{- end }}
  {{- if .root.Values.kafka.security.truststore.existingSecret }}
  - name: kafka-trust
    mountPath: {{ include "cairn.trustPath" . }}
    readOnly: true
  {{- end }}
  {{- if .root.Values.kafka.security.keystore.existingSecret }}
  - name: kafka-key
    mountPath: {{ include "cairn.keyPath" . }}
    readOnly: true
  {{- end }}
  {{- with .workload.extraVolumeMounts }}
  {{- toYaml . | nindent 2 }}
  {{- end }}
{{- end -}}

{{- define "cairn.volumes" -}}
- name: tmp
  emptyDir: {}
{{- range $kind, $file := include "cairn.definitions" . | fromYaml }}
- name: {{ $kind }}
  configMap:
    name: {{ $file.configMap }}
{{- end }}
{{- with .root.Values.kafka.security.truststore }}
{{- if .existingSecret }}
- name: kafka-trust
  secret:
    secretName: {{ .existingSecret }}
    items:
      - key: {{ .key }}
        path: {{ .key }}
{{- end }}
{{- end }}
{{- with .root.Values.kafka.security.keystore }}
{{- if .existingSecret }}
- name: kafka-key
  secret:
    secretName: {{ .existingSecret }}
    items:
      - key: {{ .key }}
        path: {{ .key }}
{{- end }}
{{- end }}
{{- with .workload.extraVolumes }}
{{ toYaml . }}
{{- end }}
{{- end -}}

{{/* What all pods have in common, the migration's and the test's too. In: root, name, workload, component. */}}
{{- define "cairn.pod" -}}
serviceAccountName: {{ include "cairn.serviceAccount" . }}
automountServiceAccountToken: false
enableServiceLinks: false
{{- with concat .root.Values.global.imagePullSecrets .workload.imagePullSecrets | uniq }}
imagePullSecrets:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .workload.podSecurityContext }}
securityContext:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .workload.priorityClassName }}
priorityClassName: {{ . }}
{{- end }}
{{- with .workload.runtimeClassName }}
runtimeClassName: {{ . }}
{{- end }}
{{- with .workload.nodeSelector }}
nodeSelector:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .workload.tolerations }}
tolerations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .workload.affinity }}
affinity:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- include "cairn.topologySpread" . }}
{{- end -}}

{{- define "cairn.topologySpread" -}}
{{- if .workload.topologySpreadConstraints }}
topologySpreadConstraints:
  {{- toYaml .workload.topologySpreadConstraints | nindent 2 }}
{{- else if .workload.topologySpread.enabled }}
topologySpreadConstraints:
  {{- range list "topology.kubernetes.io/zone" "kubernetes.io/hostname" }}
  - topologyKey: {{ . }}
    maxSkew: 1
    whenUnsatisfiable: {{ $.workload.topologySpread.whenUnsatisfiable }}
    labelSelector:
      matchLabels:
        {{- include "cairn.selector" $ | nindent 8 }}
    {{- if eq $.component $.name }}
    matchLabelKeys:
      - pod-template-hash
    {{- end }}
  {{- end }}
{{- end }}
{{- end -}}

{{/* The service itself takes up to 25 s after the signal: 5 s of refusing new work, 20 s for what runs. In: name, workload. */}}
{{- define "cairn.checkedGracePeriod" -}}
{{- $least := add .workload.preStopSeconds 25 -}}
{{- if le (int .workload.terminationGracePeriodSeconds) (int $least) -}}
{{- fail (printf "services.%s.terminationGracePeriodSeconds is %v: a pod needs more than %d s to stop without losing requests." .name .workload.terminationGracePeriodSeconds $least) -}}
{{- end -}}
{{- .workload.terminationGracePeriodSeconds -}}
{{- end -}}

{{/* The service account. In: root, name, workload. */}}
{{- define "cairn.serviceAccount" -}}
{{- $account := .workload.serviceAccount -}}
{{- $account.create | ternary ($account.name | default (printf "%s-%s" (include "cairn.fullname" .root) .name)) ($account.name | default "default") -}}
{{- end -}}
