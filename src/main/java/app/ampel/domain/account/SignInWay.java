package app.ampel.domain.account;

import app.ampel.domain.naming.WireName;

/** How to sign in. */
public enum SignInWay implements WireName {
    DEVICE_CODE,
    BROWSER
}
