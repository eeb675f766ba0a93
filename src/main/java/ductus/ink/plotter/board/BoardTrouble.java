package ductus.ink.plotter.board;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What boards complain of, in plain words: errors and alarms of Grbl 1.1, and Marlin's own. */
final class BoardTrouble {
  private static final Pattern NUMBERED = Pattern.compile("(error|ALARM):\\s*(\\d+)");

  private static final Map<Integer, String> ERRORS =
      Map.ofEntries(
          Map.entry(1, "a command must begin with a letter"),
          Map.entry(2, "a number is not as it must be"),
          Map.entry(3, "it does not know this $ command"),
          Map.entry(4, "a value must not be negative"),
          Map.entry(5, "homing is switched off ($22)"),
          Map.entry(8, "it takes this command only while it stands still"),
          Map.entry(9, "it is locked by an alarm: home it, or plot with --unlock"),
          Map.entry(10, "soft limits need homing ($22)"),
          Map.entry(11, "the line is too long"),
          Map.entry(15, "the way leaves the machine ($130, $131)"),
          Map.entry(20, "it does not know this command: is it the right --plotter?"),
          Map.entry(21, "two commands of one line exclude each other"),
          Map.entry(22, "no feed rate was given"),
          Map.entry(24, "two commands of one line need X or Y"),
          Map.entry(33, "the target of the way is none"));

  private static final Map<Integer, String> ALARMS =
      Map.of(
          1, "a limit switch was hit: the position is lost; home it, or set it back by hand",
          2, "the way leaves the machine; nothing was moved ($130, $131)",
          3, "it was reset while it moved: the position is lost",
          6, "homing was reset",
          8, "homing did not free the limit switch",
          9, "homing found no limit switch");

  private BoardTrouble() {}

  /** Whether an answer refuses one command; the board may take the next. */
  static boolean isRefusal(String answer) {
    return answer.startsWith("error:") || answer.startsWith("Error:");
  }

  /** What an answer complains of, or nothing. */
  static String of(String answer) {
    Matcher numbered = NUMBERED.matcher(answer);
    if (numbered.matches()) {
      boolean alarm = numbered.group(1).equals("ALARM");
      String words = (alarm ? ALARMS : ERRORS).get(Integer.parseInt(numbered.group(2)));
      return (alarm ? "alarm: " : "the plotter refuses it: ")
          + (words == null ? answer : words + " (" + answer + ")");
    }
    if (answer.startsWith("error:") || answer.startsWith("Error:") || answer.startsWith("!!")) {
      return "the plotter says " + answer;
    }
    return answer.startsWith("Grbl") ? "the plotter was reset: the position is lost" : "";
  }
}
