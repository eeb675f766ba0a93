package ductus.ink.plotter.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class BoardLinkTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  /** As a port on Windows, which has no limit of its own. */
  @Test
  void aBoardWhoseReadNeverReturnsIsWaitedForNoLongerThanWanted() {
    BoardLink link = link(silent());
    assertTimeoutPreemptively(
        LIMIT,
        () -> {
          assertEquals("", link.line(50));
          assertEquals("", link.line(50), "nor the next time");
        });
  }

  @Test
  void aLineThatComesTooLateIsTheNext() throws IOException {
    PipedOutputStream board = new PipedOutputStream();
    PipedInputStream input = new PipedInputStream(board);
    BoardLink link = link(input);
    board.write("half".getBytes(StandardCharsets.US_ASCII));
    board.flush();
    assertEquals("", link.line(200));
    board.write(" done\r\n\r\nok\n".getBytes(StandardCharsets.US_ASCII));
    board.flush();
    assertTimeoutPreemptively(
        LIMIT,
        () -> {
          assertEquals("half done", link.line(10_000));
          assertEquals("ok", link.line(10_000));
        });
  }

  @Test
  void anInterruptionStaysForWhoLooksAtIt() throws IOException {
    FakeBoard board = new FakeBoard(line -> "ok\n");
    BoardLink link = board.link();
    Thread.currentThread().interrupt();
    try {
      link.send("x\n");
      assertEquals("ok", link.line(10_000));
    } finally {
      assertTrue(Thread.interrupted());
    }
  }

  private static BoardLink link(InputStream input) {
    return new BoardLink("/dev/fake", input, OutputStream.nullOutputStream());
  }

  private static InputStream silent() {
    CountDownLatch never = new CountDownLatch(1);
    return new InputStream() {
      @Override
      public int read() throws IOException {
        try {
          never.await();
          return -1;
        } catch (InterruptedException asked) {
          throw new IOException(asked);
        }
      }

      @Override
      public int read(byte[] bytes, int from, int length) throws IOException {
        return read();
      }
    };
  }
}
