package app.ampel.service.lights;

import app.ampel.domain.light.Adjustment;
import app.ampel.domain.light.ButtonUse;
import app.ampel.domain.light.LightSetting;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Something that a user wants of one light.
 *
 * @param change of its setting
 * @param needs what the light has to be like; empty: anything
 */
public record LightChange(UnaryOperator<LightSetting> change, Optional<Need> needs) {

    /** What some changes make sense for only. */
    public enum Need {
        /** A press of it can be heard of. */
        BUTTON(KnownLight::hasButton),
        /** Nobody has said yet whether it is a light. */
        DOUBT(KnownLight::isDoubtful),
        /** It is a light because the user says so. */
        CONFIRMATION(light -> light.setting().confirmed());

        private final Predicate<KnownLight> met;

        Need(Predicate<KnownLight> met) {
            this.met = met;
        }
    }

    public LightChange {
        Objects.requireNonNull(change);
        Objects.requireNonNull(needs);
    }

    private LightChange(UnaryOperator<LightSetting> change) {
        this(change, Optional.empty());
    }

    /** @param percent 1 to 100 */
    public static LightChange brightness(int percent) {
        return new LightChange(setting -> setting.with(setting.adjustment().withBrightness(percent)));
    }

    /** Of each channel, in percent. */
    public static LightChange correction(int red, int green, int blue) {
        return new LightChange(setting -> setting.with(setting.adjustment().withCorrection(red, green, blue)));
    }

    public static LightChange adjustment(Adjustment adjustment) {
        return new LightChange(setting -> setting.with(adjustment));
    }

    /** @param name empty: by its model */
    public static LightChange name(Optional<String> name) {
        return new LightChange(setting -> setting.withName(name));
    }

    /** Dark and let go, whatever the others show; or as the others again. */
    public static LightChange off(boolean isOff) {
        return new LightChange(setting -> setting.withOff(isOff));
    }

    /** @param scheme empty: the one in force */
    public static LightChange scheme(Optional<String> scheme) {
        return new LightChange(setting -> setting.following(scheme));
    }

    /** What a press of its button does. */
    public static LightChange button(ButtonUse use) {
        return new LightChange(
                setting -> setting.with(use), Optional.of(Need.BUTTON).filter(need -> use != ButtonUse.NONE));
    }

    /** The user says that it is a light, or takes that back. */
    public static LightChange confirmed(boolean isLight) {
        return new LightChange(
                setting -> setting.withConfirmed(isLight), Optional.of(isLight ? Need.DOUBT : Need.CONFIRMATION));
    }

    /** What that light lacks for it; empty: nothing. */
    public Optional<Need> missing(KnownLight light) {
        return needs.filter(need -> !need.met.test(light));
    }
}
