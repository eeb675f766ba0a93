package ductus.music.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ductus.music.Score;
import ductus.music.abc.AbcReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DanceTest {
  private static Optional<Dance> of(String fields) throws Exception {
    byte[] abc =
        ("X:1\n" + fields + "\nM:4/4\nL:1/4\nK:D\nDEFG|A4|\n").getBytes(StandardCharsets.UTF_8);
    Score score = AbcReader.read(Path.of("tune.abc"), abc);
    return Dance.of(score);
  }

  @Test
  void readsTheNamesThatPeopleWrite() {
    Map<String, Dance> names =
        Map.ofEntries(
            Map.entry("REEL", Dance.REEL),
            Map.entry(" jig", Dance.JIG),
            Map.entry("double jig", Dance.JIG),
            Map.entry("slip jig", Dance.SLIP_JIG),
            Map.entry("slipjig", Dance.SLIP_JIG),
            Map.entry("Slip-Jig", Dance.SLIP_JIG),
            Map.entry("highland fling", Dance.FLING),
            Map.entry("clog hornpipe", Dance.CLOG),
            Map.entry("Slow air", Dance.AIR),
            Map.entry("jigs", Dance.JIG));
    names.forEach((name, dance) -> assertEquals(Optional.of(dance), Dance.named(name), name));
    for (String other : List.of("", "walkaround", "hymn", "nursery song", "minuet", "Gavotte")) {
      assertEquals(Optional.empty(), Dance.named(other), other);
    }
    for (Dance dance : Dance.values()) {
      assertEquals(Optional.of(dance), Dance.named(dance.label()));
    }
  }

  @Test
  void findsTheDanceThatATitleNames() {
    Map<String, Dance> titles =
        Map.ofEntries(
            Map.entry("The Kesh Jig", Dance.JIG),
            Map.entry("Trumpet Hornpipe, The", Dance.HORNPIPE),
            Map.entry("Fisher's Hornpipe (2nd Setting)", Dance.HORNPIPE),
            Map.entry("CAMP-MEETING -- JIG No.2.", Dance.JIG),
            Map.entry("Kitty's Slip Jig", Dance.SLIP_JIG),
            Map.entry("Prince Ferdinands Quick Step.", Dance.MARCH),
            Map.entry("March 3d. Regt. of Guards", Dance.MARCH),
            Map.entry("A March,", Dance.MARCH),
            Map.entry("The Reel of Tulloch.", Dance.REEL),
            Map.entry("Jigg", Dance.JIG));
    titles.forEach((title, dance) -> assertEquals(Optional.of(dance), Dance.ofTitle(title), title));
    List<String> others =
        List.of(
            "",
            "The",
            "No. 2",
            "Castles in the Air",
            "The First of March",
            "tog air an duille glan",
            "Air la fuar",
            "The Jolly Reelers",
            "Another Jig Will Do!");
    for (String other : others) {
      assertEquals(Optional.empty(), Dance.ofTitle(other), other);
    }
  }

  @Test
  void believesTheFieldBeforeTheTitle() throws Exception {
    assertEquals(Optional.of(Dance.REEL), of("T:The Old Jig\nR:reel"));
    assertEquals(Optional.empty(), of("T:The Old Jig\nR:song"));
    assertEquals(Optional.of(Dance.JIG), of("T:The Old Jig"));
    assertEquals(Optional.of(Dance.JIG), of("T:The Old Jig\nR:"));
    assertEquals(Optional.empty(), of("T:The Old House"));
  }
}
