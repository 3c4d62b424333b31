{{/* More pods than partitions would have nothing to do. In: root, name, workload. */}}
{{- define "cairn.checkedMaxReplicas" -}}
{{- $mode := .workload.autoscaling.mode -}}
{{- $limits := index .workload.autoscaling $mode -}}
{{- $partitions := .root.Values.kafka.topics.partitions | int -}}
{{- if gt ($limits.maxReplicas | int) $partitions -}}
{{- fail (printf "services.%s.autoscaling.%s.maxReplicas is %v, more than kafka.topics.partitions (%d): pods above the number of partitions get no events." .name $mode $limits.maxReplicas $partitions) -}}
{{- end -}}
{{- if gt ($limits.minReplicas | int) ($limits.maxReplicas | int) -}}
{{- fail (printf "services.%s.autoscaling.%s.minReplicas is %v, more than maxReplicas (%v)." .name $mode $limits.minReplicas $limits.maxReplicas) -}}
{{- end -}}
{{- $limits.maxReplicas -}}
{{- end -}}

{{/* Pods go slowly: each that leaves makes its group share out the partitions again. */}}
{{- define "cairn.scalingBehavior" -}}
scaleDown:
  stabilizationWindowSeconds: {{ .scaleDownStabilizationSeconds }}
  policies:
    - type: Pods
      value: 1
      periodSeconds: 60
{{- end -}}
