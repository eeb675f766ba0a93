package ductus.ink.plotter.board;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Sends a job to the EiBotBoard of an AxiDraw: a command, its {@code OK}, the next. The board's own
 * button, or a sign of the operator, lifts the pen and lets it wait; another one goes on. At the
 * end, and where the operator stops, the pen is lifted and has gone home.
 */
public final class EbbBoard {
  private static final long PATIENCE = 20_000;
  private static final long BUTTON_EVERY = TimeUnit.MILLISECONDS.toNanos(100);

  /** Speed home, in steps a millisecond; slow enough for motors that begin at once. */
  private static final int HOMING = 2;

  /** Least reading of the supply's voltage: about 5.3 V, where 9 V are usual. */
  private static final int LEAST_SUPPLY = 250;

  private static final int DOWN = 0;

  private final BoardLink link;
  private final PlotJob job;
  private final PlotOperator operator;
  private String up = "SP,1,200";
  private String lowered = "SP,0,200";
  private boolean isDown;
  private int right;
  private int down;
  private long asked;

  private EbbBoard(BoardLink link, PlotJob job, PlotOperator operator) {
    this.link = link;
    this.job = job;
    this.operator = operator;
  }

  /**
   * Plots a job.
   *
   * @return whether it came to its end
   * @throws IOException if the board is none, refuses a command, or answers no more
   */
  public static boolean plot(SerialPort port, PlotJob job, PlotOperator operator)
      throws IOException {
    return plot(port.link(), job, operator);
  }

  static boolean plot(BoardLink link, PlotJob job, PlotOperator operator) throws IOException {
    return new EbbBoard(link, job, operator).plot();
  }

  private boolean plot() throws IOException {
    greet();
    for (int line = 0; line < job.lines().size(); line++) {
      operator.reach(line, job.lines().size());
      String message = job.pause(line).orElse("");
      if (!message.isEmpty()) {
        await(message);
      } else if (operator.hasSigned() || isButtonPressed()) {
        await("Paused");
      }
      if (operator.isStopping()) {
        goHome();
        return false;
      }
      String command = job.command(line);
      if (!command.isEmpty()) {
        send(command, line + 1);
      }
    }
    operator.reach(job.lines().size(), job.lines().size());
    return true;
  }

  private void greet() throws IOException {
    link.send("\r");
    String left = link.line(100);
    while (!left.isEmpty()) {
      left = link.line(100);
    }
    link.send("V\r");
    String version = link.line(2000);
    if (!version.contains("EBB")) {
      throw new IOException(
          "no AxiDraw answers at "
              + link.name()
              + (version.isEmpty() ? "" : "; what does says \"" + version + "\"")
              + "; is it switched on, and is this its port?");
    }
    operator.say(version);
    String[] voltages = ask("QC").split(",", -1);
    if (voltages.length == 2
        && voltages[1].matches("\\d+")
        && Integer.parseInt(voltages[1]) < LEAST_SUPPLY) {
      throw new IOException("the AxiDraw's motors have no power: plug in its power supply");
    }
  }

  private void send(String command, int line) throws IOException {
    link.send(command + "\r");
    String answer = answer();
    if (!answer.equals("OK")) {
      link.send(up + "\r");
      throw new IOException(
          job.file() + ", line " + line + ": the AxiDraw refuses " + command + ": " + answer);
    }
    EbbMove move = EbbMove.of(command);
    right += move.right();
    down += move.down();
    if (command.startsWith("SP,")) {
      isDown = command.charAt(3) - '0' == DOWN;
      if (isDown) {
        lowered = command;
      } else {
        up = command;
      }
    }
  }

  /** What the board answers to a question, before its OK. */
  private String ask(String question) throws IOException {
    link.send(question + "\r");
    String answer = answer();
    if (!answer.equals("OK")) {
      answer();
    }
    return answer;
  }

  private String answer() throws IOException {
    String answer = link.line(PATIENCE);
    if (answer.isEmpty()) {
      throw new IOException(
          "the AxiDraw at "
              + link.name()
              + " answers no more: look after its cable; lift the pen, and put the carriage into"
              + " its corner by hand");
    }
    return answer;
  }

  private boolean isButtonPressed() throws IOException {
    long now = System.nanoTime();
    if (now - asked < BUTTON_EVERY) {
      return false;
    }
    asked = now;
    return ask("QB").equals("1");
  }

  /** Lifts the pen until there is a sign; then it is as it was. */
  private void await(String message) throws IOException {
    boolean wasDown = isDown;
    if (wasDown) {
      send(up, 0);
    }
    operator.ask(message + "; then press the board's button, or Enter");
    while (!operator.isStopping() && !operator.hasSigned() && !ask("QB").equals("1")) {
      BoardLink.sleep(50);
    }
    if (wasDown && !operator.isStopping()) {
      send(lowered, 0);
    }
  }

  private void goHome() throws IOException {
    send(up, 0);
    int most = Math.abs(right) + Math.abs(down);
    int pieces = Math.max(1, (int) Math.ceil(most / (HOMING * 500.0)));
    int fromRight = right;
    int fromDown = down;
    for (int piece = 1; piece <= pieces && most > 0; piece++) {
      int toRight = fromRight - (int) Math.round((double) fromRight * piece / pieces);
      int toDown = fromDown - (int) Math.round((double) fromDown * piece / pieces);
      int steps = Math.abs(toRight - right) + Math.abs(toDown - down);
      send(
          String.format(
              Locale.ROOT,
              "XM,%d,%d,%d",
              Math.max(1, steps / HOMING),
              toRight - right,
              toDown - down),
          0);
    }
    send("EM,0,0", 0);
    operator.say("The pen is up and where it began");
  }
}
