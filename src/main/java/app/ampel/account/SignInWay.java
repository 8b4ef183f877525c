package app.ampel.account;

import app.ampel.naming.Word;

/** How to sign in. */
public enum SignInWay implements Word {
    DEVICE_CODE,
    BROWSER
}
