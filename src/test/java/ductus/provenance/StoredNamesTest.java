package ductus.provenance;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.corpus.shard.CorpusManifest;
import ductus.file.BadFileException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names of files in provenance and manifests stay in the folder that they are for. */
class StoredNamesTest {
  private record Asked(int seed) {}

  @TempDir Path folder = Path.of("");

  @Test
  void provenanceNamesEndsOfFilesOnly() throws Exception {
    Path sidecar =
        Files.writeString(
            folder.resolve("a.json"),
            """
            {"kind": "try", "program": "1", "model": "folk", "modelSha256": "ab", "kernels": "k",
             "request": {"seed": 1}, "files": {"/../../x": "cd"}}
            """);
    ProvenanceKind<Asked> kind = ProvenanceKind.of("try", Asked.class, List.of(".json"));
    refuses(() -> kind.read(sidecar));
    Files.writeString(sidecar, Files.readString(sidecar).replace("/../../x", "-1.svg"));
    assertTrue(kind.read(sidecar).files().containsKey("-1.svg"));
  }

  @Test
  void manifestsNameShardsBesideThem() throws Exception {
    Files.writeString(
        folder.resolve(CorpusManifest.FILE),
        """
        {"format": 2, "encoding": "melody", "encodingVersion": 1, "folder": "t", "program": "1",
         "counts": {"files": 1, "pieces": 1, "duplicates": 0, "leftOut": 0, "tokens": 9},
         "digest": "ab", "shards": [{"name": "../a", "rows": 1, "bytes": 9, "sha256": "cd"}]}
        """);
    refuses(() -> CorpusManifest.read(folder));
  }

  private static void refuses(org.junit.jupiter.api.function.Executable reading) {
    BadFileException refused = assertThrows(BadFileException.class, reading);
    assertTrue(refused.reason().contains("must stay in its folder"), refused.reason());
  }
}
