package ductus.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import org.junit.jupiter.api.Test;

class TailWriterTest {
  @Test
  void keepsTheEndOfWhatIsWritten() {
    TailWriter tail = new TailWriter(10);
    PrintWriter writer = new PrintWriter(tail);
    StringBuilder all = new StringBuilder();
    for (int number = 0; number < 1000; number++) {
      writer.print(number);
      all.append(number);
      assertEquals(all.substring(Math.max(0, all.length() - 10)), tail.text());
    }
  }

  @Test
  void keepsTheEndOfOneLongText() {
    TailWriter tail = new TailWriter(3);
    new PrintWriter(tail).print("a".repeat(100) + "bcd");
    assertEquals("bcd", tail.text());
  }
}
