package ductus.studio.bin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BinTest {
  @Test
  void whatWasTakenOutWhileItWasListedHasNoSize(@TempDir Path root) throws Exception {
    Bin bin = new Bin(root, root.resolve("bin"));
    Files.writeString(root.resolve("tune.mid"), "four");
    BinEntry entry = bin.throwAway(BinKind.PIECE, root.resolve("tune"), List.of(".mid"));
    assertEquals(OptionalLong.of(4), bin.size(entry));
    bin.restore(entry.number());
    assertEquals(OptionalLong.empty(), bin.size(entry));
  }
}
