package ductus.ink.plotter.board;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the pen of a G-code job is, by what was sent. How it is lifted says the beginning of the
 * job, before its first way; every other command of the kind (M words, ways of Z alone) lowers it.
 * Of a job that never says its lift again the pen is taken to stay where it is.
 */
final class GcodePen {
  private static final Pattern WAY = Pattern.compile("G0*[0-3]\\b.*[XY].*");

  /** Commands that turn something, but for those that wait, end or switch the motors. */
  private static final Pattern TURN =
      Pattern.compile("(?!M0*([0128]|17|18|30|84|400)\\b)M\\d.*|G0*[01]\\b.*Z.*");

  /** What belongs to a turn: the time that it takes, and in what Z is counted. */
  private static final Pattern COMPANION = Pattern.compile("G0*4\\b.*|G9[01]\\b.*");

  private static final Pattern FEED = Pattern.compile(".*F\\s*([0-9.]+).*");

  private final List<String> beginning;
  private final List<String> raising;
  private final String lift;

  /** Turns since the last lift and what belongs to them. */
  private final List<String> since = new ArrayList<>();

  /** How many of these are from before the last way. */
  private int older;

  private boolean down;
  private String feed = "";

  private GcodePen(List<String> beginning, List<String> raising, String lift) {
    this.beginning = List.copyOf(beginning);
    this.raising = List.copyOf(raising);
    this.lift = lift;
  }

  /** The pen of a job of which nothing was sent. */
  static GcodePen of(PlotJob job) {
    List<String> commands = new ArrayList<>();
    for (int line = 0; line < job.lines().size(); line++) {
      String command = job.command(line);
      if (!command.isEmpty() && job.pause(line).isEmpty()) {
        commands.add(command);
      }
    }
    int first = 0;
    while (first < commands.size() && !WAY.matcher(commands.get(first)).matches()) {
      first++;
    }
    List<String> beginning = commands.subList(0, first);
    List<String> raising = new ArrayList<>();
    String lift = "";
    for (String command : beginning) {
      if (isTurn(command)) {
        lift = command;
      }
      if (isTurn(command) || COMPANION.matcher(command).matches()) {
        raising.add(command);
      }
    }
    boolean known = !lift.isEmpty() && commands.subList(first, commands.size()).contains(lift);
    return new GcodePen(beginning, raising, known ? lift : "");
  }

  /** The commands before the first way. */
  List<String> beginning() {
    return beginning;
  }

  /** Whether the pen is on the paper. */
  boolean isDown() {
    return down;
  }

  /** What lifts the pen. */
  List<String> raising() {
    return raising;
  }

  /** What lowers the pen again that is down; then the feed is what it was. */
  List<String> lowering() {
    List<String> lowering = new ArrayList<>(since);
    if (!feed.isEmpty()) {
      lowering.add("G1 F" + feed);
    }
    return lowering;
  }

  /** Takes note of a command of the job that the board has taken. */
  void follow(String command) {
    Matcher fed = FEED.matcher(command);
    if (fed.matches()) {
      feed = fed.group(1);
    }
    if (lift.isEmpty()) {
      return;
    }
    if (WAY.matcher(command).matches()) {
      if (!down) {
        since.clear();
      }
      older = since.size();
    } else if (command.equals(lift)) {
      forget(since.size());
      down = false;
    } else if (isTurn(command)) {
      forget(older);
      since.add(command);
      down = true;
    } else if (COMPANION.matcher(command).matches()) {
      since.add(command);
    }
  }

  private void forget(int count) {
    since.subList(0, count).clear();
    older = 0;
  }

  private static boolean isTurn(String command) {
    return TURN.matcher(command).matches() && !WAY.matcher(command).matches();
  }
}
