package ductus.ink.plotter.board;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/**
 * Sends a job to a board that takes G-code, as Grbl and Marlin do: a line, its {@code ok}, the
 * next; the board itself plans ahead what it has got. M0 and M1 are not sent: they, and a sign of
 * the operator, let the way be gone and lift the pen, until there is another sign. A refused line
 * lifts the pen, too. Where the operator stops, the commands before the first way of the file
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

  private final BoardLink link;
  private final PlotJob job;
  private final PlotOperator operator;
  private final GcodePen pen;
  private boolean isGrbl;

  private GcodeBoard(BoardLink link, PlotJob job, PlotOperator operator) {
    this.link = link;
    this.job = job;
    this.operator = operator;
    pen = GcodePen.of(job);
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
      send("$X");
    }
    for (int line = 0; line < job.lines().size(); line++) {
      operator.reach(line, job.lines().size());
      String message = job.pause(line).orElse("");
      if (!message.isEmpty()) {
        await(message);
      } else if (operator.hasSigned()) {
        await("Paused");
      }
      if (operator.isStopping()) {
        goHome();
        return false;
      }
      if (!job.command(line).isEmpty() && message.isEmpty()) {
        send(line);
      }
    }
    send(SETTLE);
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

  /** Sends a line of the file; one that is refused leaves no pen on the paper. */
  private void send(int line) throws IOException {
    String command = job.command(line);
    String place = job.file() + ", line " + (line + 1) + ": " + command;
    String answer = answer(command, place);
    if (isTaken(answer)) {
      pen.follow(command);
      return;
    }
    IOException refused = new IOException(place + ": " + BoardTrouble.of(answer));
    if (pen.isDown() && BoardTrouble.isRefusal(answer)) {
      try {
        lift();
      } catch (IOException also) {
        refused.addSuppressed(also);
      }
    }
    throw refused;
  }

  /** Sends a command that the file does not have there. */
  private void send(String command) throws IOException {
    String answer = answer(command, command);
    if (!isTaken(answer)) {
      throw new IOException(command + ": " + BoardTrouble.of(answer));
    }
  }

  private static boolean isTaken(String answer) {
    return answer.equals("ok") || answer.startsWith("ok ");
  }

  /**
   * Sends a command.
   *
   * @param place of the command, for messages
   * @return the answer, which takes it or complains
   */
  private String answer(String command, String place) throws IOException {
    link.send(command + "\n");
    long waited = 0;
    while (true) {
      String answer = link.line(ASK_AFTER);
      if (isTaken(answer) || !BoardTrouble.of(answer).isEmpty()) {
        return answer;
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

  /** Lifts the pen, all ways before being gone, until there is a sign; then it is as it was. */
  private void await(String message) throws IOException {
    boolean lifted = lift();
    operator.ask(message + "; then press Enter");
    while (!operator.isStopping() && !operator.hasSigned()) {
      BoardLink.sleep(50);
    }
    if (lifted && !operator.isStopping()) {
      for (String command : pen.lowering()) {
        send(command);
      }
    }
  }

  /** Waits for all ways to be gone and lifts the pen; returns whether it was down. */
  private boolean lift() throws IOException {
    send(SETTLE);
    if (!pen.isDown()) {
      return false;
    }
    for (String command : pen.raising()) {
      send(command);
    }
    return true;
  }

  private void goHome() throws IOException {
    for (String command : pen.beginning()) {
      send(command);
    }
    send("G0 X0 Y0");
    send(SETTLE);
    operator.say("The pen is up and at X 0 Y 0");
  }
}
