package ductus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.file.BadFileException;
import org.junit.jupiter.api.function.Executable;

/** Calls that must be refused, and the words in which they are. */
public final class Refusals {
  private Refusals() {}

  /** Checks that a call refuses what it was given, in exactly these words. */
  public static void assertRefused(String message, Executable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
  }

  /** Checks that a call refuses what it was given, in words among which are these. */
  public static void assertRefusedNaming(String part, Executable call) {
    assertNames(part, assertThrows(IllegalArgumentException.class, call));
  }

  /** Checks that a call complains of a file, for exactly this reason: its path is left out. */
  public static void assertBadFile(String reason, Executable call) {
    assertEquals(reason, assertThrows(BadFileException.class, call).reason());
  }

  /** Checks that a call complains of a file, in words among which are these. */
  public static void assertBadFileNaming(String part, Executable call) {
    assertNames(part, assertThrows(BadFileException.class, call));
  }

  private static void assertNames(String part, Exception refusal) {
    String message = String.valueOf(refusal.getMessage());
    assertTrue(message.contains(part), message);
  }
}
