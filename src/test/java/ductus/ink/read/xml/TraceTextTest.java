package ductus.ink.read.xml;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ductus.file.BadFileException;
import ductus.ink.read.source.InkSource;
import ductus.math.Randomness;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceTextTest {
  private static final TraceFormat BUTTONS =
      new TraceFormat(
          List.of(
              TraceFormat.Channel.plain("X"),
              TraceFormat.Channel.plain("Y"),
              TraceFormat.Channel.plain("B1"),
              TraceFormat.Channel.plain("B2")),
          2);

  private final InkSource source;

  TraceTextTest(@TempDir Path folder) throws Exception {
    source = InkSource.open(Files.writeString(folder.resolve("a"), "<a/>"));
  }

  /** In the manner of the standard's own example: signs and prefixes part values as blanks do. */
  @Test
  void decodesDifferencesRepeatsAndButtons() throws Exception {
    List<double[]> points =
        decode("1125 18432,'23'43,\"7\"-8,3-5,7 -3,6 2,6 8,3 6 T,2 4*T,3 6,3-6 F F", BUTTONS);
    double[][] expected = {
      {1125, 18432},
      {1148, 18475},
      {1178, 18510},
      {1211, 18540},
      {1251, 18567},
      {1297, 18596},
      {1349, 18633},
      {1404, 18676},
      {1461, 18723},
      {1521, 18776},
      {1584, 18823}
    };
    assertEquals(expected.length, points.size());
    for (int i = 0; i < expected.length; i++) {
      assertArrayEquals(
          expected[i], new double[] {points.get(i)[0], points.get(i)[1]}, "point " + i);
    }
    assertArrayEquals(new double[] {1404, 18676, 1, Double.NaN}, points.get(7));
    assertArrayEquals(new double[] {1461, 18723, 1, 1}, points.get(8));
    assertArrayEquals(new double[] {1584, 18823, 0, 0}, points.get(10));
  }

  @Test
  void goesBackToValuesAndRepeatsThem() throws Exception {
    List<double[]> points = decode("#0A 2, '1 '1, * *, !5 !#F, * ?, 7 *", TraceFormat.DEFAULT);
    double[][] expected = {{10, 2}, {11, 3}, {12, 4}, {5, 15}, {5, Double.NaN}, {7, 15}};
    for (int i = 0; i < expected.length; i++) {
      assertArrayEquals(expected[i], points.get(i), "point " + i);
    }
  }

  @Test
  void decodesWhatIsEncodedInAnyMode() throws Exception {
    for (long seed = 0; seed < 200; seed++) {
      RandomGenerator random = Randomness.of(seed);
      int[][] values = new int[1 + random.nextInt(20)][2];
      StringBuilder text = new StringBuilder();
      char[] modes = {'!', '!'};
      for (int i = 0; i < values.length; i++) {
        text.append(i == 0 ? "" : ",");
        for (int channel = 0; channel < 2; channel++) {
          values[i][channel] = random.nextInt(-1000, 1000);
          if (i > 1 && random.nextInt(4) == 0) {
            modes[channel] = "!'\"".charAt(random.nextInt(3));
            text.append(modes[channel]);
          }
          int difference = i < 1 ? 0 : values[i][channel] - values[i - 1][channel];
          int before = i < 2 ? 0 : values[i - 1][channel] - values[i - 2][channel];
          int written =
              switch (modes[channel]) {
                case '!' -> values[i][channel];
                case '\'' -> difference;
                default -> difference - before;
              };
          text.append(written).append(' ');
        }
      }
      List<double[]> points = decode(text.toString(), TraceFormat.DEFAULT);
      assertEquals(values.length, points.size());
      for (int i = 0; i < values.length; i++) {
        assertArrayEquals(
            new double[] {values[i][0], values[i][1]}, points.get(i), "seed " + seed + ": " + text);
      }
    }
  }

  private List<double[]> decode(String text, TraceFormat format) throws BadFileException {
    XmlElement trace =
        new XmlElement("trace", Map.of(), List.of(), text, new XmlElement.Place(source, 1, 1));
    TraceText decoder = new TraceText(trace, format);
    List<double[]> points = new ArrayList<>();
    while (decoder.hasNext()) {
      points.add(decoder.next());
    }
    return points;
  }
}
