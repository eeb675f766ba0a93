package ductus.bench.side;

import ductus.cli.console.Console;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A framework that is measured beside Ductus. */
public enum Peer {
  /** The Deep Java Library over PyTorch's native code. */
  DJL {
    @Override
    public Side obtain(Path home, Console console) throws AbsentPeerException, IOException {
      MavenPeer build = MavenPeer.build(this, home, console);
      String pytorch = build.version("pytorch-native-cpu", "-linux-x86_64");
      return new Side(
          "DJL",
          "DJL %s, libtorch %s".formatted(build.version("pytorch-engine", ""), pytorch),
          Set.of("lstm", "gru", "elman"),
          workload ->
              build.program(
                  "ductus.bench.djl.DjlContender",
                  workload,
                  List.of(
                      "-Dai.djl.offline=true",
                      "-Dai.djl.pytorch.num_threads=" + workload.threads()),
                  Map.of("PYTORCH_VERSION", pytorch, "DJL_CACHE_DIR", build.natives())));
    }
  },

  /** Deeplearning4j over ND4J's native code. */
  DL4J {
    @Override
    public Side obtain(Path home, Console console) throws AbsentPeerException, IOException {
      MavenPeer build = MavenPeer.build(this, home, console);
      return new Side(
          "DL4J",
          "Deeplearning4j " + build.version("deeplearning4j-nn", ""),
          Set.of("lstm", "elman"),
          workload ->
              build.program(
                  "ductus.bench.dl4j.Dl4jContender",
                  workload,
                  List.of("-Dorg.bytedeco.javacpp.cachedir=" + build.natives()),
                  Map.of()));
    }
  },

  /** PyTorch in Python, where the system has it. */
  TORCH {
    @Override
    public Side obtain(Path home, Console console) throws AbsentPeerException, IOException {
      return TorchPeer.side(home);
    }
  };

  /** As it is named on the command line. */
  public String option() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Makes the peer ready to be started; may fetch and build.
   *
   * @param home the project's folder
   * @throws AbsentPeerException if it cannot be had
   */
  public abstract Side obtain(Path home, Console console) throws AbsentPeerException, IOException;
}
