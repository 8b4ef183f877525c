cat > manifest.json <<'END'
[
  {
    "resourceAppId": "00000003-0000-0000-c000-000000000000",
    "resourceAccess": [
      { "id": "e1fe6dd8-ba31-4d61-89e7-88639da4683d", "type": "Scope" },
      { "id": "76bc735e-aecd-4a1d-8b4c-2b915deabb79", "type": "Scope" },
      { "id": "8d3c54a7-cf58-4773-bf81-c0cd6ad522bb", "type": "Scope" }
    ]
  }
]
END
az login --tenant example.org --allow-no-subscriptions
app=$(az ad app create \
  --display-name Ampel \
  --sign-in-audience AzureADMyOrg \
  --is-fallback-public-client true \
  --public-client-redirect-uris http://localhost \
  --required-resource-accesses @manifest.json \
  --query appId --output tsv)
az ad sp create --id "$app"
echo "client id: $app"
echo "tenant id: $(az account show --query tenantId --output tsv)"
