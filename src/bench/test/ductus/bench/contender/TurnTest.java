package ductus.bench.contender;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class TurnTest {
  private static final Turn TURN = new Turn(452_608, 3.009047, 13143.574, 3.8169);

  @Test
  void isReadAsItIsWritten() {
    assertEquals("turn: 452608 tokens 3.009047 s 13143.574 us 3.8169 nats", TURN.toString());
    assertEquals(Optional.of(TURN), Turn.parse(TURN.toString()));
  }

  @Test
  void readsWhatPythonPrints() {
    assertEquals(
        Optional.of(new Turn(20480, 2.201484, 219952.146, Double.NaN)),
        Turn.parse("turn: 20480 tokens 2.201484 s 219952.146 us nan nats\n"));
  }

  @Test
  void passesOverWhatElseAProgramSays() {
    assertEquals(Optional.empty(), Turn.parse("Loading native library ..."));
    assertEquals(Optional.empty(), Turn.parse(""));
    assertEquals(Optional.empty(), Turn.parse("turn: 20480 tokens"));
  }

  @Test
  void dividesTokensBySeconds() {
    assertEquals(50, new Turn(100, 2, 1, 0).tokensPerSecond());
  }
}
