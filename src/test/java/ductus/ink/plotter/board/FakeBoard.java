package ductus.ink.plotter.board;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.UnaryOperator;

/** A board at the other end of a link that answers at once, and keeps what it was told. */
final class FakeBoard {
  private final Deque<Integer> answers = new ConcurrentLinkedDeque<>();
  private final StringBuilder begun = new StringBuilder();
  private final UnaryOperator<String> answering;
  final List<String> told = new ArrayList<>();

  /**
   * Plugs a board in.
   *
   * @param answering the answer to a line, with its ends of lines; empty for silence
   */
  FakeBoard(UnaryOperator<String> answering) {
    this.answering = answering;
  }

  BoardLink link() {
    InputStream input =
        new InputStream() {
          @Override
          public int read() {
            return answers.isEmpty() ? -1 : answers.remove();
          }

          @Override
          public int read(byte[] octets, int from, int count) {
            int read = 0;
            while (read < count && !answers.isEmpty()) {
              octets[from + read++] = answers.remove().byteValue();
            }
            return read == 0 ? -1 : read;
          }
        };
    OutputStream output =
        new OutputStream() {
          @Override
          public void write(int octet) {
            hear((char) octet);
          }
        };
    return new BoardLink("/dev/fake", input, output);
  }

  private void hear(char character) {
    if (character != '\r' && character != '\n') {
      begun.append(character);
      return;
    }
    String line = begun.toString();
    begun.setLength(0);
    if (!line.isEmpty()) {
      told.add(line);
    }
    for (byte octet : answering.apply(line).getBytes(StandardCharsets.US_ASCII)) {
      answers.add((int) octet);
    }
  }
}
