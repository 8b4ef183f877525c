package app.ampel.domain.account;

import app.ampel.domain.naming.Word;

/** How to sign in. */
public enum SignInWay implements Word {
    DEVICE_CODE,
    BROWSER
}
