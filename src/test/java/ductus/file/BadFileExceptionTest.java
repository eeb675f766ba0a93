package ductus.file;

import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

class BadFileExceptionTest {
  @Test
  void findsTheInnermostCause() {
    IllegalArgumentException inner = new IllegalArgumentException("must be 1");
    assertSame(inner, BadFileException.innermostCause(inner));
    RuntimeException outer = new RuntimeException(new IllegalStateException(inner));
    assertSame(inner, BadFileException.innermostCause(outer));
  }
}
