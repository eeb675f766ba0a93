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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
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

  @Test
  void showsInkAsOneMachineDoes(LocalCluster local) throws Exception {
    Path ink = InkFolder.write(folder);
    for (String option : List.of("--json", "--verbose")) {
      Path sheet = folder.resolve("here" + option + ".svg");
      Path same = folder.resolve("there" + option + ".svg");
      List<String> arguments = List.of("inspect", ink.toString(), option, "--out");
      Said here = run(with(arguments, sheet.toString()));
      assertEquals(ExitStatus.LEFT_OUT, here.status);
      assertTrue(here.out.contains("InkML"), here.out);
      assertEquals(here, run(with(arguments, same.toString(), "--master", local.master())));
      assertEquals(Files.readString(sheet), Files.readString(same));
    }
  }

  private static List<String> with(List<String> arguments, String... more) {
    return Stream.concat(arguments.stream(), Stream.of(more)).toList();
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
