package ductus.ink.plotter.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "its commands are those of a POSIX shell")
class SerialPortTest {
  @Test
  void aCommandThatDoesNotEndIsEnded() {
    assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> assertFails("sleep does not end", "sleep", "60"));
  }

  @Test
  void aCommandThatFailsSaysWhy() {
    assertFails("no tty", "sh", "-c", "echo no tty >&2; exit 1");
    assertFails("there is no command ductus-none", "ductus-none");
  }

  private static void assertFails(String message, String... command) {
    assertEquals(
        message,
        assertThrows(IOException.class, () -> SerialPort.run(List.of(command), 2000)).getMessage());
  }
}
