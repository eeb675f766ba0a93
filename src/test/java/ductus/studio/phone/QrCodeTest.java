package ductus.studio.phone;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class QrCodeTest {
  /** The example of the tutorial of thonky.com: HELLO WORLD, version 1, correction M. */
  @Test
  void correctsErrorsAsTheStandardDoes() {
    int[] message = {32, 91, 11, 120, 209, 114, 220, 77, 67, 64, 236, 17, 236, 17, 236, 17};
    int[] correction = {196, 35, 39, 119, 235, 215, 231, 226, 93, 23};
    assertArrayEquals(correction, new ReedSolomon(correction.length).of(message));
  }

  /** Made by qrcode 1.5 of npm with bytes, correction L and mask 0. */
  @Test
  void isTheCodeOfAnotherImplementation() {
    String expected =
        """
        #######...#...#....##..##.#######
        #.....#..#...#...#.#.#.#..#.....#
        #.###.#.#..#...#....#...#.#.###.#
        #.###.#..#..##.....##..##.#.###.#
        #.###.#..#..##..#..##..##.#.###.#
        #.....#...###.##...#...##.#.....#
        #######.#.#.#.#.#.#.#.#.#.#######
        ........#..#....##..##..#........
        ###.#####...#...###.#######...#..
        #####...##.###..###.###...##.##.#
        ....###.#.###.#..##..##...#.....#
        ....#....##.###########.....##.#.
        ##.#.###..##..#.###.###...#.....#
        ..#.#....###..#.###.###..###..#.#
        .#...##..##..#..#...#...##..##.##
        #..#.#.#####...###.###...#####.#.
        ...#..##.##.#...###.###...##...##
        ....#..#...###..###.###...##..#.#
        ##.#.###.####.#...........#..#.##
        .##....#.#..###..##..###.##..#.#.
        #..#######.#..#.###.###...##.#.##
        .#...#....##..#.###.###...##.#..#
        #.#..####....#..##..##....#######
        .##......#.#.....#...#.###.#.#.#.
        #.#.####..#.#...###.###.######...
        ........#.####..###.###.#...#####
        #######.#.###.#..#...#.##.#.#####
        #.....#.#.#.####.###.####...##.##
        #.###.#.#..#..#.###.###.######...
        #.###.#..###..#.#.#.#.##.#..##..#
        #.###.#.##...#....#...####..#...#
        #.....#.##.#...#.#.#.#..######.#.
        #######.###.#..#.###.##.#..#...##
        """;
    QrCode code = QrCode.of("http://192.168.1.20:45123/0123456789abcdef0123456789abcdef");
    StringBuilder drawn = new StringBuilder();
    for (int row = 0; row < code.size(); row++) {
      for (int column = 0; column < code.size(); column++) {
        drawn.append(code.dark(row, column) ? '#' : '.');
      }
      drawn.append('\n');
    }
    assertEquals(expected.stripIndent(), drawn.toString());
  }

  @Test
  void growsWithTheTextUpToItsLimit() {
    assertEquals(21, QrCode.of("").size());
    assertEquals(21, QrCode.of("a".repeat(17)).size());
    assertEquals(25, QrCode.of("a".repeat(18)).size());
    assertEquals(37, QrCode.of("a".repeat(106)).size());
    assertThrows(IllegalArgumentException.class, () -> QrCode.of("a".repeat(107)));
  }
}
