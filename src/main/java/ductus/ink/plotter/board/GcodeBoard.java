package ductus.ink.plotter.board;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Sends a job to a board that takes G-code, as Grbl and Marlin do: a line, its {@code ok}, the
 * next; the board itself plans ahead what it has got. M0 and M1 are not sent: the way is awaited
 * and then the operator. Where the operator stops, the commands before the first way of the file
 * (which lift the pen) are sent once more, and the pen goes to X 0 Y 0.
 */
public final class GcodeBoard {
  /** Time in which a board that was reset by the opening of its port says who it is. */
  private static final long AWAKE = 3000;

  /** Silence after which Grbl is asked how it is. */
  private static final long ASK_AFTER = 5000;

  private static final long PATIENCE = 120_000;

  /** Waits until all ways before have been gone; seconds in Grbl, ms in Marlin. */
  private static final String SETTLE = "G4 P0";

  private static final Pattern WAY = Pattern.compile("G0*[0-3]\\b.*[XY].*");

  private final BoardLink link;
  private final PlotJob job;
  private final PlotOperator operator;
  private boolean isGrbl;

  private GcodeBoard(BoardLink link, PlotJob job, PlotOperator operator) {
    this.link = link;
    this.job = job;
    this.operator = operator;
  }

  /**
   * Plots a job.
   *
   * @param unlock whether the alarm of a machine that was not homed is taken away first ($X)
   * @return whether it came to its end
   * @throws IOException if the board refuses a command, raises an alarm, or answers no more
   */
  public static boolean plot(SerialPort port, PlotJob job, boolean unlock, PlotOperator operator)
      throws IOException {
    return plot(port.link(), job, unlock, operator);
  }

  static boolean plot(BoardLink link, PlotJob job, boolean unlock, PlotOperator operator)
      throws IOException {
    return new GcodeBoard(link, job, operator).plot(unlock);
  }

  private boolean plot(boolean unlock) throws IOException {
    greet();
    if (unlock) {
      send("$X", 0);
    }
    for (int line = 0; line < job.lines().size(); line++) {
      operator.reach(line, job.lines().size());
      String message = job.pause(line).orElse("");
      if (!message.isEmpty()) {
        send(SETTLE, 0);
        await(message);
      } else if (operator.hasSigned()) {
        await("Paused");
      }
      if (operator.isStopping()) {
        goHome();
        return false;
      }
      String command = job.command(line);
      if (!command.isEmpty() && message.isEmpty()) {
        send(command, line + 1);
      }
    }
    send(SETTLE, 0);
    operator.reach(job.lines().size(), job.lines().size());
    return true;
  }

  /** Hears the board out that wakes up; one that is awake already says nothing. */
  private void greet() throws IOException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(AWAKE);
    link.send("\n");
    boolean heard = false;
    for (long left = AWAKE; left > 0; left = (end - System.nanoTime()) / 1_000_000) {
      String line = link.line(heard ? Math.min(left, 300) : left);
      if (line.isEmpty()) {
        return;
      }
      heard = true;
      if (line.startsWith("Grbl")) {
        isGrbl = true;
        operator.say(line);
      }
    }
  }

  private void send(String command, int line) throws IOException {
    link.send(command + "\n");
    long waited = 0;
    while (true) {
      String answer = link.line(ASK_AFTER);
      if (answer.equals("ok") || answer.startsWith("ok ")) {
        return;
      }
      String place = line == 0 ? command : job.file() + ", line " + line + ": " + command;
      String trouble = BoardTrouble.of(answer);
      if (!trouble.isEmpty()) {
        throw new IOException(place + ": " + trouble);
      }
      if (!answer.isEmpty()) {
        waited = 0;
        continue;
      }
      waited += ASK_AFTER;
      if (waited > PATIENCE) {
        throw new IOException(
            place
                + ": the plotter at "
                + link.name()
                + " answers no more: look after its cable, its power and the --baud of its port");
      }
      if (isGrbl) {
        link.send("?");
      }
    }
  }

  private void await(String message) {
    operator.ask(message + "; then press Enter");
    while (!operator.isStopping() && !operator.hasSigned()) {
      BoardLink.sleep(50);
    }
  }

  private void goHome() throws IOException {
    List<String> first = new ArrayList<>();
    for (int line = 0; line < job.lines().size(); line++) {
      String command = job.command(line);
      if (WAY.matcher(command).matches()) {
        break;
      }
      if (!command.isEmpty()) {
        first.add(command);
      }
    }
    for (String command : first) {
      send(command, 0);
    }
    send("G0 X0 Y0", 0);
    send(SETTLE, 0);
    operator.say("The pen is up and at X 0 Y 0");
  }
}
