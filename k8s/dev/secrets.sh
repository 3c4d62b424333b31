#!/usr/bin/env bash
# Makes the passwords and keys of a trial, at random and in the cluster only. A secret that is there
# already stays as it is, so this can be run again at any time.
set -euo pipefail

namespace=cairn

password() { openssl rand -hex 24; }
key() { openssl rand -base64 32; }

# keep NAME TYPE KEY=VALUE…
keep() {
  local name=$1 type=$2
  shift 2
  if kubectl --namespace "$namespace" get secret "$name" > /dev/null 2>&1; then
    echo "secret/$name is there"
    return
  fi
  kubectl --namespace "$namespace" create secret generic "$name" --type="$type" \
    "${@/#/--from-literal=}"
}

# login NAME ROLE: one pair for PostgreSQL's operator and for the chart
login() {
  keep "$1" kubernetes.io/basic-auth "username=$2" "password=$(password)"
  kubectl --namespace "$namespace" label secret "$1" --overwrite cnpg.io/reload=true > /dev/null
}

kubectl apply --filename "$(dirname "$0")/namespace.yaml"
for service in rules ledger segment notify; do
  login "cairn-$service-db" "$service"
  login "cairn-$service-db-owner" "${service}_owner"
done
keep cairn-redis Opaque "password=$(password)"
keep cairn-notify-keys Opaque "contact-key=$(key)" "unsubscribe-key=$(key)"
keep cairn-keycloak Opaque "admin=$(password)" "shop=$(password)" "partner=$(password)" \
  "staff=$(password)" "member=$(password)"
