package ductus.analysis.unit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ductus.math.Seeded;
import ductus.math.Workers;
import ductus.model.pen.PenLines;
import ductus.model.pen.PenNetwork;
import ductus.model.pen.PenNetworkConfig;
import ductus.model.pen.PenSequence;
import java.util.List;
import org.junit.jupiter.api.Test;

class InkReaderTest {
  @Test
  void seesThePenAndWhatTheWindowShows() {
    PenNetworkConfig config = PenLines.windowed(2);
    PenSequence line = PenLines.lines(1, config, Seeded.random(4)).get(0);
    String text = "abcdefabcdefabcdef".substring(0, line.textLength());
    InkReader.Line read = read(config, line, text);
    assertEquals(2, read.reading().layers().size());
    assertEquals(line.points() + 1, read.attention().size());
    assertEquals(text.length() + 1, read.attention().get(0).size());
    List<Double> lifted = read.reading().features().get(0).course();
    List<Double> ends = read.reading().features().get(5).course();
    for (int t = 0; t < line.points(); t++) {
      assertEquals(line.penUp(t) ? 1 : 0, ends.get(t));
      assertEquals(ends.get(t), lifted.get(t + 1));
    }
    assertEquals(Double.NaN, lifted.get(0));
    assertEquals(Double.NaN, ends.get(line.points()));
  }

  @Test
  void refusesANetworkThatWritesFreely() {
    PenNetworkConfig config = PenLines.free(1);
    PenSequence line = PenLines.lines(1, config, Seeded.random(4)).get(0);
    assertThrows(IllegalArgumentException.class, () -> read(config, line, ""));
  }

  private static InkReader.Line read(PenNetworkConfig config, PenSequence line, String text) {
    PenNetwork network = new PenNetwork(config);
    network.initialize(Seeded.random(2));
    try (Workers workers = new Workers(1)) {
      return new InkReader(network, workers).read(line, text);
    }
  }
}
