package ductus.spark.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.cli.Ductus;
import ductus.cli.console.ExitStatus;
import ductus.spark.TestCluster;
import ductus.spark.corpus.MixedFolder;
import ductus.spark.local.LocalCluster;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What {@code inspect} prints, by two executors. */
@ExtendWith(TestCluster.class)
class InspectOnClusterTest {
  @TempDir Path folder;

  @Test
  void printsWhatOneMachinePrints(LocalCluster local) throws Exception {
    Path tunes = MixedFolder.write(folder);
    for (List<String> options : List.of(List.<String>of(), List.of("--json"))) {
      List<String> arguments = new ArrayList<>(List.of("inspect", tunes.toString()));
      arguments.addAll(options);
      Said here = run(arguments);
      assertEquals(ExitStatus.LEFT_OUT, here.status);
      assertTrue(here.out.contains("tunes"), here.out);
      arguments.addAll(List.of("--master", local.master()));
      assertEquals(here, run(arguments));
    }
  }

  private record Said(int status, String out, List<String> complaints) {}

  private static Said run(List<String> arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status = Ductus.run(arguments, new PrintWriter(out), new PrintWriter(err, true));
    List<String> complaints =
        err.toString().lines().filter(line -> line.startsWith("ductus: left out")).toList();
    return new Said(status, out.toString(), complaints);
  }
}
