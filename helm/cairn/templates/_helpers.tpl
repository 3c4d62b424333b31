{{/* Names, labels, images: what every object shares. */}}

{{- define "cairn.fullname" -}}
{{- if .Values.fullnameOverride -}}
{{- .Values.fullnameOverride | trunc 40 | trimSuffix "-" -}}
{{- else -}}
{{- $name := default .Chart.Name .Values.nameOverride -}}
{{- if contains $name .Release.Name -}}
{{- .Release.Name | trunc 40 | trimSuffix "-" -}}
{{- else -}}
{{- printf "%s-%s" .Release.Name $name | trunc 40 | trimSuffix "-" -}}
{{- end -}}
{{- end -}}
{{- end -}}

{{/* The three labels by which objects find their pods. They never change: a Deployment's selector cannot. */}}
{{- define "cairn.selector" -}}
app.kubernetes.io/component: {{ .component }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/name: cairn
{{- end -}}

{{/*
Labels of an object or a pod. In: root, component (absent for objects of the whole release), extra.
The selector's labels win over whatever users add.
*/}}
{{- define "cairn.labels" -}}
{{- $chart := printf "%s-%s" .root.Chart.Name .root.Chart.Version | replace "+" "_" | trunc 63 -}}
{{- $labels := dict
  "app.kubernetes.io/instance" .root.Release.Name
  "app.kubernetes.io/managed-by" .root.Release.Service
  "app.kubernetes.io/name" "cairn"
  "app.kubernetes.io/part-of" "cairn"
  "app.kubernetes.io/version" (.root.Chart.AppVersion | replace "+" "_" | trunc 63)
  "helm.sh/chart" $chart -}}
{{- if .component -}}
{{- $_ := set $labels "app.kubernetes.io/component" .component -}}
{{- end -}}
{{- toYaml (merge $labels (deepCopy (.extra | default dict)) .root.Values.commonLabels) -}}
{{- end -}}

{{/* Labels of a pod: without the chart's version, or each new chart would restart everything. In: root, component, extra. */}}
{{- define "cairn.podLabels" -}}
{{- $labels := include "cairn.labels" . | fromYaml -}}
{{- toYaml (omit $labels "helm.sh/chart" "app.kubernetes.io/managed-by") -}}
{{- end -}}

{{/* The head of an object. In: root, name, and optionally component, labels, annotations, namespace. */}}
{{- define "cairn.metadata" -}}
name: {{ .name }}
namespace: {{ .namespace | default .root.Release.Namespace }}
labels:
  {{- include "cairn.labels" (dict "root" .root "component" .component "extra" .labels) | nindent 2 }}
{{- with merge (deepCopy (.annotations | default dict)) .root.Values.commonAnnotations }}
annotations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end -}}

{{/* The one place that names an image. In: root, name, workload. A digest wins over a tag. */}}
{{- define "cairn.image" -}}
{{- $image := .workload.image -}}
{{- $registry := .root.Values.global.imageRegistry | default $image.registry -}}
{{- $repository := $image.repository | default (printf "cairn-loyalty/cairn-%s" .name) -}}
{{- $path := printf "%s/%s" $registry $repository | trimPrefix "/" -}}
{{- if $image.digest -}}
{{- printf "%s@%s" $path $image.digest -}}
{{- else -}}
{{- printf "%s:%s" $path ($image.tag | default .root.Chart.AppVersion) -}}
{{- end -}}
{{- end -}}

{{/* A value that has no sensible default. In: value, key, hint. */}}
{{- define "cairn.required" -}}
{{- if not .value -}}
{{- fail (printf "%s is required: %s." .key .hint) -}}
{{- end -}}
{{- .value -}}
{{- end -}}

{{/* An environment variable from an existing Secret. In: name, secret, key, optional. */}}
{{- define "cairn.secretEnv" -}}
- name: {{ .name }}
  valueFrom:
    secretKeyRef:
      name: {{ .secret }}
      key: {{ .key }}
      {{- if .optional }}
      optional: true
      {{- end }}
{{- end -}}

{{/* The port in an address such as https://host/path or redis://host:6379. */}}
{{- define "cairn.portOf" -}}
{{- $url := urlParse . -}}
{{- $port := regexFind ":[0-9]+$" $url.host | trimPrefix ":" -}}
{{- $known := dict "http" "80" "https" "443" "redis" "6379" "rediss" "6379" -}}
{{- $port | default (get $known $url.scheme) | default "443" -}}
{{- end -}}
