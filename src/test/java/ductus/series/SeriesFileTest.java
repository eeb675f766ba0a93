package ductus.series;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.file.BadFileException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeriesFileTest {
  private final Path file;

  SeriesFileTest(@TempDir Path folder) {
    file = folder.resolve("a.csv");
  }

  @Test
  void readsDatesColumnsAndGaps() throws Exception {
    TimeSeries series = read("date,a,\"b, c\"\n2026-01-31,1,\n2026-02-28,NaN,-2.5e1\n\n");
    assertEquals(List.of("a", "b, c"), series.columns());
    assertArrayEquals(new double[] {1, Double.NaN}, series.column(0));
    assertArrayEquals(new double[] {Double.NaN, -25}, series.column(1));
    assertEquals(2, series.missing());
    assertEquals("date", series.times().name());
    assertEquals("2026-03-31", series.times().label(2), "the last day of the next month");
  }

  @Test
  void aFirstColumnThatAscendsEvenlyIsTheTime() throws Exception {
    TimeSeries series = read("depth,v\n0.5,3\n1.0,4\n1.5,9\n");
    assertEquals(List.of("v"), series.columns());
    assertEquals("1", series.times().label(1));
    assertEquals("2.5", series.times().label(4));
    TimeSeries uneven = read("a,v\n1,3\n2,4\n4,9\n");
    assertEquals(List.of("a", "v"), uneven.columns());
    assertEquals("3", uneven.times().label(2));
    assertEquals(List.of("v"), read("year,v\n1990,3\n1991,4\n1993,9\n").columns());
  }

  @Test
  void readsWhatOtherCountriesWrite() throws Exception {
    TimeSeries series = read("\uFEFFTag;x;y\r\n1.2.2026;3,14;7\r\n2.2.2026;2,5;8\r\n");
    assertArrayEquals(new double[] {3.14, 2.5}, series.column(0));
    assertEquals("03.02.2026", series.times().label(2));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01, 2026-02, 2026-04, 3",
    "2026-01-01, 2026-01-08, 2026-01-22, 3",
    "2026-01-15, 2026-04-15, 2026-10-15, 3",
    "2024-02-29 10:30, 2024-02-29 11:00, 2024-02-29 12:00, 3",
    "2024-02-29T23:59:59, 2024-03-01T00:00:00, 2024-03-01 00:00:02, 3",
    "2024-02-29T23:00:00+01:00, 2024-02-29T23:00:00Z, 2024-03-01T01:00:00Z, 3"
  })
  void datesGoOnAtTheSamePace(String first, String second, String to, int step) throws Exception {
    assertEquals(to, read("t,v\n" + first + ",1\n" + second + ",2\n").times().label(step));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a,b;1,2;3,x | line 3, column 2 (b): must be a number but was \"x\"",
        "a,b;1,2;3 | line 3: must have 2 cells, as many as the header, but has 1",
        "1,2;3,4 | line 1: must be a header that names the columns but is all numbers",
        "a,a;3,4 | line 1, column 2: the name \"a\" is taken by column 1",
        "a,;3,4 | line 1, column 2: has no name",
        "a,b | must have rows below its header but has none",
        "d,b;2026-01-02,1;2026-01-01,2 | line 3, column 1 (d): must be later than 2026-01-02",
        "d,b;2026-01-02,1;monday,2 | line 3, column 1 (d): must be a date, written as in the first",
        "d,b;Monday,1;Tuesday,2 | line 2, column 1 (d): must be a number, or a date such as",
        "d;2026-01-02 | must have a column of values beside the times",
        "a,b;1,1e999 | must be a number but was \"1e999\"",
        ";; | is empty"
      })
  void namesWhatIsWrongAndWhere(String content, String complaint) {
    BadFileException wrong =
        assertThrows(BadFileException.class, () -> read(content.replace(';', '\n')));
    assertTrue(
        wrong.reason().startsWith(complaint) || wrong.reason().endsWith(complaint), wrong.reason());
  }

  @Test
  void writesWhatItReads() throws Exception {
    TimeSeries series = read("t,a,\"x \"\"y\"\"\"\n1,0.1,\n2,-123456.789,0\n3,1e-30,7\n");
    SeriesFile.write(file, series);
    TimeSeries again = SeriesFile.read(file);
    assertEquals(series.columns(), again.columns());
    assertArrayEquals(series.rows(0, 3), again.rows(0, 3));
  }

  private TimeSeries read(String content) throws Exception {
    Files.writeString(file, content);
    return SeriesFile.read(file);
  }
}
