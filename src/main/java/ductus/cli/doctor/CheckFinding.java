package ductus.cli.doctor;

import com.google.gson.annotations.SerializedName;
import org.jspecify.annotations.Nullable;

/**
 * What was found of one thing.
 *
 * @param thing such as {@code Java}
 * @param found in words
 * @param remedy what to do; null where there is nothing to be done
 */
record CheckFinding(String thing, State state, String found, @Nullable String remedy) {
  /** How good it is. */
  enum State {
    /** All is there. */
    @SerializedName("ok")
    OK("ok"),
    /** Something is missing that one can do without. */
    @SerializedName("optional")
    OPTIONAL("--"),
    /** Something is missing that is needed. */
    @SerializedName("missing")
    MISSING("!!");

    private final String mark;

    State(String mark) {
      this.mark = mark;
    }

    /** The mark at the beginning of a line; in ASCII, since terminals are among what is checked. */
    String mark() {
      return mark;
    }
  }

  static CheckFinding ok(String thing, String found) {
    return new CheckFinding(thing, State.OK, found, null);
  }

  static CheckFinding optional(String thing, String found, String remedy) {
    return new CheckFinding(thing, State.OPTIONAL, found, remedy);
  }

  static CheckFinding missing(String thing, String found, String remedy) {
    return new CheckFinding(thing, State.MISSING, found, remedy);
  }
}
