package ductus.bench.side;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** PyTorch of the system's own Python: Debian's package {@code python3-torch}. */
final class TorchPeer {
  private static final String PYTHON = "/usr/bin/python3";
  private static final Path SCRIPT = Path.of("src", "bench", "python", "torch_contender.py");

  private TorchPeer() {}

  static Side side(Path home) throws AbsentPeerException {
    String version = version();
    return new Side(
        "PyTorch",
        "PyTorch " + version + " in Python",
        Set.of("lstm", "gru", "elman"),
        workload -> {
          List<String> command = new ArrayList<>();
          command.add(PYTHON);
          command.add(home.resolve(SCRIPT).toString());
          command.addAll(workload.arguments());
          ProcessBuilder program = new ProcessBuilder(command);
          program.environment().put("OMP_NUM_THREADS", String.valueOf(workload.threads()));
          return program;
        });
  }

  private static String version() throws AbsentPeerException {
    try {
      Process python =
          new ProcessBuilder(PYTHON, "-c", "import torch; print(torch.__version__)")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String version =
          new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      if (python.waitFor() == 0 && !version.isEmpty()) {
        return version;
      }
    } catch (IOException noPython) {
      // Said below.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw AbsentPeerException.notForThisMachine(
        PYTHON + " has no torch; get it with 'sudo apt install python3-torch'");
  }
}
