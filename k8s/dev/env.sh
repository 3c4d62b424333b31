#!/usr/bin/env bash
# Prints addresses and tokens of the trial cluster as shell variables, for eval. Tokens live for an
# hour.
set -euo pipefail

realm=http://localhost:8085/realms/cairn

# secret KEY
secret() {
  kubectl --namespace cairn get secret cairn-keycloak --output "jsonpath={.data.$1}" | base64 --decode
}

# token FORM-FIELD…
token() {
  local form=()
  for field in "$@"; do form+=(--data-urlencode "$field"); done
  curl --silent --show-error --fail "$realm/protocol/openid-connect/token" "${form[@]}" \
    | sed 's/.*"access_token":"\([^"]*\)".*/\1/'
}

person() { token grant_type=password "client_id=$1" "username=$2" "password=$(secret "$3")"; }

shop=$(token grant_type=client_credentials client_id=cairn-shop "client_secret=$(secret shop)")
member=$(person cairn-app m-0001 member)

echo "export RULES=http://localhost:8081 LEDGER=http://localhost:8082"
echo "export SEGMENT=http://localhost:8083 NOTIFY=http://localhost:8084 MAILS=http://localhost:8086"
echo "export SHOP=$shop MEMBER=$member"
for role in manager support auditor operator; do
  token=$(person cairn-console "$role" staff)
  echo "export ${role^^}=$token"
done
