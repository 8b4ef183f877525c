package app.ampel.service.settings;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.service.settings.RegistrationText.Doubt;
import app.ampel.service.settings.RegistrationText.Field;
import app.ampel.service.settings.RegistrationText.Found;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegistrationTextTest {

    private static final String CLIENT = "11111111-2222-3333-4444-555555555555";
    private static final String TENANT = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";
    private static final String OBJECT = "99999999-8888-7777-6666-555555555555";

    private static final Found BOTH = found(CLIENT, TENANT);
    private static final Found NOTHING = new Found(Optional.empty(), Optional.empty(), Optional.empty());

    private static Found found(String clientId, String tenant) {
        return new Found(Optional.ofNullable(clientId), Optional.ofNullable(tenant), Optional.empty());
    }

    private static Found doubt(Doubt doubt) {
        return new Found(Optional.empty(), Optional.empty(), Optional.of(doubt));
    }

    private static Found read(String text, Field into) {
        return RegistrationText.read(
                text.replace("CLIENT-1", CLIENT).replace("TENANT-1", TENANT).replace("OBJECT-1", OBJECT), into);
    }

    @Nested
    class WhenOneIdStandsAlone {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "CLIENT-1",
                    "  CLIENT-1\n",
                    "{CLIENT-1}",
                    "\"CLIENT-1\"",
                    "Here it is: CLIENT-1. Kind regards, Ada",
                    "11111111\u20112222\u20113333\u20114444\u2011555555555555",
                    "11111111-2222-\u200b3333-4444-555555555555"
                })
        void itBelongsIntoTheFieldItWasPutInto(String text) {
            assertThat(read(text, Field.CLIENT_ID)).isEqualTo(found(CLIENT, null));
            assertThat(read(text, Field.TENANT)).isEqualTo(found(null, CLIENT));
        }

        @Test
        void itIsWrittenInLowerCase() {
            assertThat(read(TENANT.toUpperCase(Locale.ROOT), Field.TENANT)).isEqualTo(found(null, TENANT));
        }

        @Test
        void itGoesWhereItsLabelSaysAndNotWhereItWasPut() {
            assertThat(read("Directory (tenant) ID\nTENANT-1", Field.CLIENT_ID)).isEqualTo(found(null, TENANT));
            assertThat(read("Application (client) ID: CLIENT-1", Field.TENANT)).isEqualTo(found(CLIENT, null));
        }

        @Test
        void theIdOfSomethingElseIsNothing() {
            assertThat(read("Object ID\nOBJECT-1", Field.CLIENT_ID)).isEqualTo(NOTHING);
            assertThat(read("Trace ID: OBJECT-1 Correlation ID: OBJECT-1", Field.CLIENT_ID))
                    .isEqualTo(NOTHING);
            assertThat(read("00000003-0000-0000-c000-000000000000", Field.CLIENT_ID))
                    .isEqualTo(NOTHING);
        }

        @Test
        void aPartOfSomethingLongerIsNoId() {
            assertThat(read("7" + CLIENT, Field.CLIENT_ID)).isEqualTo(NOTHING);
            assertThat(read(CLIENT + "-6666", Field.CLIENT_ID)).isEqualTo(NOTHING);
        }
    }

    @Nested
    class WhenADomainIsTyped {

        @ParameterizedTest
        @ValueSource(
                strings = {"contoso.com", " Contoso.com ", "kim@contoso.com", "tenant: contoso.com", "@contoso.com"})
        void itIsTheTenant(String text) {
            Optional<String> tenant = RegistrationText.read(text, Field.TENANT).tenant();
            assertThat(tenant).isEqualTo(text.startsWith("@") ? Optional.empty() : Optional.of("contoso.com"));
        }

        @Test
        void itIsNoClientId() {
            assertThat(read("contoso.com", Field.CLIENT_ID)).isEqualTo(NOTHING);
            assertThat(read("client id: contoso.com", Field.CLIENT_ID)).isEqualTo(NOTHING);
        }

        @Test
        void oneOfMicrosoftsOwnIsATenantWhereverItStands() {
            assertThat(read("we are contoso.onmicrosoft.com, and the app is CLIENT-1", Field.CLIENT_ID))
                    .isEqualTo(new Found(
                            Optional.empty(),
                            Optional.of("contoso.onmicrosoft.com"),
                            Optional.of(Doubt.WHICH_IS_WHICH)));
            assertThat(read("Tenant: contoso.onmicrosoft.com\nClient ID: CLIENT-1", Field.TENANT))
                    .isEqualTo(found(CLIENT, "contoso.onmicrosoft.com"));
        }

        @Test
        void anyOrganisationCanBeMeant() {
            assertThat(read("organizations", Field.TENANT)).isEqualTo(found(null, "organizations"));
        }

        @Test
        void othersInAMailAreNotTaken() {
            assertThat(read("The client id for contoso.com is CLIENT-1, see learn.microsoft.com", Field.CLIENT_ID))
                    .isEqualTo(found(CLIENT, null));
        }
    }

    @Nested
    class WhenAnAddressIsPasted {

        @ParameterizedTest
        @EnumSource(Field.class)
        void theConsentLinkHasBoth(Field into) {
            assertThat(read(
                            "https://login.microsoftonline.com/TENANT-1/v2.0/adminconsent?client_id=CLIENT-1"
                                    + "&scope=https://graph.microsoft.com/User.Read&redirect_uri=http://localhost",
                            into))
                    .isEqualTo(BOTH);
        }

        @Test
        void aLoginAddressNamesTheTenant() {
            assertThat(read("https://login.microsoftonline.com/contoso.com/oauth2/v2.0/authorize", Field.TENANT))
                    .isEqualTo(found(null, "contoso.com"));
            assertThat(read("https://login.microsoftonline.us/TENANT-1/", Field.CLIENT_ID))
                    .isEqualTo(found(null, TENANT));
            assertThat(read("https://sts.windows.net/TENANT-1/", Field.TENANT)).isEqualTo(found(null, TENANT));
        }

        @ParameterizedTest
        @ValueSource(strings = {"common", "organizations", "consumers"})
        void whatStandsForEverybodyIsNoTenant(String everybody) {
            assertThat(read("https://login.microsoftonline.com/" + everybody + "/oauth2/v2.0/token", Field.TENANT))
                    .isEqualTo(NOTHING);
        }

        @Test
        void thePortalsAddressHasTheClientId() {
            assertThat(read(
                            "https://portal.azure.com/#view/Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~/Overview"
                                    + "/appId/CLIENT-1/isMSAApp~/false",
                            Field.CLIENT_ID))
                    .isEqualTo(found(CLIENT, null));
            assertThat(read("https://portal.azure.com/#@contoso.com/blade/x/appId/CLIENT-1", Field.CLIENT_ID))
                    .isEqualTo(found(CLIENT, "contoso.com"));
        }
    }

    @Nested
    class WhenAPageOfThePortalIsPasted {

        @ParameterizedTest
        @EnumSource(Field.class)
        void inEnglish(Field into) {
            assertThat(read("""
                            Essentials
                            Display name
                            Ampel
                            Application (client) ID
                            CLIENT-1
                            Object ID
                            OBJECT-1
                            Directory (tenant) ID
                            TENANT-1
                            Supported account types
                            My organization only
                            """, into)).isEqualTo(BOTH);
        }

        @ParameterizedTest
        @EnumSource(Field.class)
        void inGerman(Field into) {
            assertThat(read(
                            "Anzeigename\t: Ampel\nAnwendungs-ID (Client)\t: CLIENT-1\nObjekt-ID\t: OBJECT-1\n"
                                    + "Verzeichnis-ID (Mandant)\t: TENANT-1\n",
                            into))
                    .isEqualTo(BOTH);
        }

        @Test
        void withoutItsLines() {
            assertThat(read(
                            "Application (client) ID:CLIENT-1 Object ID:OBJECT-1 Directory (tenant) ID:TENANT-1",
                            Field.CLIENT_ID))
                    .isEqualTo(BOTH);
        }
    }

    @Nested
    class WhenOutputOfAzIsPasted {

        @Test
        void theAppsJsonHasClientIdAndDomain() {
            assertThat(read("""
                            {
                              "@odata.context": "https://graph.microsoft.com/v1.0/$metadata#applications/$entity",
                              "appId": "CLIENT-1",
                              "appRoles": [],
                              "displayName": "Ampel",
                              "id": "OBJECT-1",
                              "publisherDomain": "contoso.onmicrosoft.com",
                              "publicClient": { "redirectUris": ["http://localhost"] },
                              "requiredResourceAccess": [
                                { "resourceAccess": [ { "id": "e1fe6dd8-ba31-4d61-89e7-88639da4683d", "type": "Scope" } ],
                                  "resourceAppId": "00000003-0000-0000-c000-000000000000" }
                              ]
                            }
                            """, Field.CLIENT_ID)).isEqualTo(found(CLIENT, "contoso.onmicrosoft.com"));
        }

        @Test
        void theAccountsJsonHasTheTenant() {
            assertThat(read(
                            "{\"homeTenantId\": \"TENANT-1\", \"id\": \"OBJECT-1\", \"name\": \"N/A\","
                                    + " \"tenantId\": \"TENANT-1\", \"user\": {\"name\": \"kim@contoso.com\"}}",
                            Field.TENANT))
                    .isEqualTo(found(null, TENANT));
        }

        @Test
        void whatOurOwnScriptPrintsHasBoth() {
            assertThat(read("client id: CLIENT-1\ntenant id: TENANT-1\n", Field.TENANT))
                    .isEqualTo(BOTH);
        }

        @Test
        void ourOwnSettingsHaveBoth() {
            assertThat(read("{\"account\":{\"clientId\":\"CLIENT-1\",\"tenant\":\"contoso.com\"}}", Field.CLIENT_ID))
                    .isEqualTo(found(CLIENT, "contoso.com"));
        }

        @Test
        void aTableNamesItsColumnsInOrder() {
            assertThat(read("AppId  TenantId\n-----  --------\nCLIENT-1  TENANT-1", Field.CLIENT_ID))
                    .isEqualTo(BOTH);
            assertThat(read("TenantId  AppId\n-----  --------\nTENANT-1  CLIENT-1", Field.CLIENT_ID))
                    .isEqualTo(BOTH);
        }

        @Test
        void aTableWithOtherColumnsIsNotGuessedAt() {
            assertThat(read("AppId  Name  TenantId\n---\nCLIENT-1  Ampel  TENANT-1", Field.CLIENT_ID))
                    .isEqualTo(doubt(Doubt.WHICH_IS_WHICH));
        }

        @Test
        void aListOfAppsIsNotGuessedAt() {
            assertThat(read("[{\"appId\":\"CLIENT-1\"},{\"appId\":\"OBJECT-1\"}]", Field.CLIENT_ID))
                    .isEqualTo(doubt(Doubt.SEVERAL_CLIENT_IDS));
        }
    }

    @Nested
    class WhenAMailIsPasted {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Hi Kim, the client ID of Ampel is CLIENT-1 and our tenant ID is TENANT-1. Bye, Ada",
                    "Hallo Kim, die Client-ID lautet CLIENT-1, die Mandanten-ID TENANT-1.",
                    "CLIENT-1 (client), TENANT-1 (tenant)",
                    "ampel sign-in --client-id CLIENT-1 --tenant TENANT-1",
                    "App ID = CLIENT-1; Tenant = TENANT-1",
                    "For our tenant, this is the client id: CLIENT-1. Directory ID: TENANT-1",
                    "> Application ID: CLIENT-1\n> Directory ID: TENANT-1"
                })
        void bothAreFound(String mail) {
            assertThat(read(mail, Field.CLIENT_ID)).isEqualTo(BOTH);
            assertThat(read(mail, Field.TENANT)).isEqualTo(BOTH);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "CLIENT-1\nTENANT-1",
                    "The ids are CLIENT-1 and TENANT-1",
                    "Client and tenant id: CLIENT-1, TENANT-1",
                    "CLIENT-1 is it, for the tenant use TENANT-1"
                })
        void idsThatNothingTellsApartAreLeftAlone(String mail) {
            assertThat(read(mail, Field.CLIENT_ID)).isEqualTo(doubt(Doubt.WHICH_IS_WHICH));
            assertThat(read(mail, Field.TENANT)).isEqualTo(doubt(Doubt.WHICH_IS_WHICH));
        }

        @Test
        void theOtherIdIsNotTakenForWhatIsMissing() {
            assertThat(read("OBJECT-1, client id: CLIENT-1", Field.TENANT))
                    .isEqualTo(new Found(Optional.of(CLIENT), Optional.empty(), Optional.of(Doubt.WHICH_IS_WHICH)));
        }

        @Test
        void twoTenantsAreNotGuessedAt() {
            assertThat(read("client id: CLIENT-1, tenant id: TENANT-1, or tenant id: OBJECT-1", Field.TENANT))
                    .isEqualTo(new Found(Optional.of(CLIENT), Optional.empty(), Optional.of(Doubt.SEVERAL_TENANTS)));
        }

        @Test
        void theExampleInCommandsIsNobodysTenant() {
            assertThat(read("az login --tenant example.org\nclient id: CLIENT-1\ntenant id: TENANT-1", Field.TENANT))
                    .isEqualTo(BOTH);
        }

        @Test
        void theSameTwiceIsOne() {
            assertThat(read("client id: CLIENT-1 tenant id: TENANT-1\n> client id: CLIENT-1", Field.TENANT))
                    .isEqualTo(BOTH);
        }
    }

    @Nested
    class WhenItIsNothingOfTheKind {

        @ParameterizedTest
        @ValueSource(
                strings = {"", "  ", "hello", "1111", "Presence.Read", "https://example.org/x?y=z", "{}", "tenant:"})
        void nothingIsFound(String text) {
            assertThat(read(text, Field.CLIENT_ID)).isEqualTo(NOTHING);
            assertThat(RegistrationText.read(text, Field.CLIENT_ID))
                    .isEqualTo(new RegistrationText.Found(Optional.empty(), Optional.empty(), Optional.empty()));
        }

        @Test
        void anythingAtAllCanBeRead() {
            Random random = new Random(6);
            String[] parts = {
                CLIENT, TENANT, "tenant", "client id", ":", "=", "\"", " ", "\n", "contoso.com", "(", "x", "-"
            };
            for (int round = 0; round < 2000; round++) {
                StringBuilder text = new StringBuilder();
                for (int i = random.nextInt(30); i > 0; i--) {
                    text.append(parts[random.nextInt(parts.length)]);
                }
                Found found = read(text.toString(), Field.CLIENT_ID);
                assertThat(found.clientId()).as(text.toString()).isNotEqualTo(Optional.of("contoso.com"));
            }
        }

        @Test
        void onlyTheBeginningOfSomethingHugeIsRead() {
            String huge = "a.".repeat(40_000) + " client id: " + CLIENT;
            assertThat(read(huge, Field.CLIENT_ID)).isEqualTo(NOTHING);
            assertThat(read("client id: " + CLIENT + " " + "-a.1".repeat(100_000), Field.CLIENT_ID))
                    .isEqualTo(found(CLIENT, null));
        }
    }
}
