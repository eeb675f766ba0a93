package ductus.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenchTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --peers mxnet              | --peers must be of djl, dl4j, torch, none but was mxnet
          --peers none,djl           | --peers must be none alone but was none,djl
          --settings 5               | --settings must be of 1, 2, 3, 4 but was 5
          --cells transformer        | --cells must be of lstm, gru, elman but was transformer
          --rounds 0                 | --rounds must be of 1 to 100 but was 0
          --kernels --out bench.json | --kernels writes no files: leave --out away, or take --json
          --kernels --record         | --record must be left away with --kernels, which compares nothing
          --fast                     | there is no option '--fast'
          """)
  void saysInOneLineWhatIsWrong(String arguments, String complaint) {
    StringWriter err = new StringWriter();
    int status =
        Bench.commandLine().setErr(new PrintWriter(err)).execute(arguments.strip().split(" "));
    assertEquals(2, status);
    assertEquals("ductus: " + complaint.strip(), err.toString().lines().findFirst().orElse(""));
  }
}
