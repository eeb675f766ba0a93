package ductus;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import ductus.cli.Ductus;
import ductus.launch.Launcher;
import ductus.planted.one.First;
import ductus.planted.two.Second;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The house has floors: a package may use those below it, none above, and no neighbor. Tasks do not
 * know one another, and no packages use one another in a circle.
 */
class FloorsTest {
  /** From the top down; the packages of one line are neighbors. */
  private static final List<List<String>> FLOORS =
      List.of(
          List.of("cli"),
          List.of("studio", "lab", "api"),
          List.of("cluster"),
          List.of("sweep", "inspection", "analysis"),
          List.of("task"),
          List.of("corpus", "metric", "provenance"),
          List.of("run"),
          List.of("music", "ink", "text", "series"),
          List.of("generate", "train"),
          List.of("model"),
          List.of("nn"),
          List.of("math", "picture", "file", "format", "launch"));

  private static final String TASK = "ductus.task";

  /** The one room of {@link #TASK} that may use the others. */
  private static final String REGISTRY = TASK + ".registry";

  private static final JavaClasses DUCTUS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("ductus");

  @Test
  void seesTheWholeHouse() {
    assertTrue(DUCTUS.contain(Ductus.class));
  }

  @Test
  void everyClassHasAFloor() {
    String[] all =
        FLOORS.stream().flatMap(List::stream).map(FloorsTest::inside).toArray(String[]::new);
    check(classes().should().resideInAnyPackage(all));
  }

  @ParameterizedTest(name = "{0} may not use {1}")
  @MethodSource("forbidden")
  void aPackageUsesOnlyFloorsBelow(String name, List<String> forbidden) {
    String[] others = forbidden.stream().map(FloorsTest::inside).toArray(String[]::new);
    check(
        noClasses()
            .that()
            .resideInAPackage(inside(name))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(others));
  }

  /** Each package with those above it and beside it. */
  static Stream<Arguments> forbidden() {
    List<Arguments> rules = new ArrayList<>();
    List<String> above = new ArrayList<>();
    for (List<String> floor : FLOORS) {
      for (String name : floor) {
        List<String> forbidden = new ArrayList<>(above);
        forbidden.addAll(floor);
        forbidden.remove(name);
        if (!forbidden.isEmpty()) {
          rules.add(Arguments.of(name, forbidden));
        }
      }
      above.addAll(floor);
    }
    return rules.stream();
  }

  @Test
  void tasksDoNotKnowOneAnother() {
    String[] rooms =
        DUCTUS.stream()
            .map(type -> PackageCircles.cut(type.getPackageName(), 3))
            .filter(name -> name.startsWith(TASK + ".") && !name.equals(REGISTRY))
            .distinct()
            .toArray(String[]::new);
    assertTrue(rooms.length > 1, () -> "rooms must be several but were " + List.of(rooms));
    for (String room : rooms) {
      check(
          noClasses()
              .that()
              .resideInAPackage(room + "..")
              .should()
              .dependOnClassesThat(
                  resideInAPackage(TASK + ".*..").and(not(resideInAPackage(room + "..")))));
    }
    check(
        noClasses()
            .that()
            .resideInAPackage(TASK)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(TASK + ".*.."));
  }

  /** Names cut behind the third part are the rooms of a floor; the last depth cuts none. */
  @ParameterizedTest(name = "names of {0} parts")
  @MethodSource("depths")
  void noPackagesUseOneAnotherInACircle(int depth) {
    assertNoCircle(PackageCircles.find(DUCTUS, "ductus", depth));
  }

  static IntStream depths() {
    int deepest =
        DUCTUS.stream()
            .mapToInt(type -> type.getPackageName().split("\\.", -1).length)
            .max()
            .orElse(0);
    return IntStream.rangeClosed(2, deepest);
  }

  private static void assertNoCircle(List<String> circles) {
    if (!circles.isEmpty()) {
      fail("packages must not use one another in a circle but do:\n" + String.join("\n", circles));
    }
  }

  @Test
  void aCircleIsNamedWithTheClassesThatMakeIt() {
    JavaClasses planted =
        new ClassFileImporter()
            .importPackages(First.class.getPackageName(), Second.class.getPackageName());
    AssertionError thrown =
        assertThrows(
            AssertionError.class,
            () -> assertNoCircle(PackageCircles.find(planted, "ductus.planted", 3)));
    assertEquals(
        """
        packages must not use one another in a circle but do:
        ductus.planted.one -> ductus.planted.two -> ductus.planted.one
          ductus.planted.one.First uses ductus.planted.two.Second
          ductus.planted.two.Second uses ductus.planted.one.First\
        """,
        thrown.getMessage());
    assertNoCircle(PackageCircles.find(planted, "ductus.planted", 2));
  }

  @Test
  void layersKnowNothingOfRecurrence() {
    check(
        noClasses()
            .that()
            .resideInAPackage("ductus.nn")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("ductus.nn.recurrent.."));
  }

  @Test
  void onlyVectorKernelsNeedTheIncubatorModule() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("ductus.math.vector..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jdk.incubator.vector..", "ductus.math.vector.."));
  }

  @Test
  void onlyOnePackageKnowsJFugue() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("ductus.music.jfugue..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.jfugue..", "ductus.music.jfugue.."));
  }

  @Test
  void onlyTheCommandLineKnowsPicocli() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("ductus.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli.."));
  }

  /** It is compiled before there are libraries, by itself. */
  @Test
  void theLauncherStandsAlone() {
    check(
        classes()
            .that()
            .resideInAPackage("ductus.launch..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "ductus.launch.."));
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("ductus.launch..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("ductus.launch.."));
  }

  @Test
  void theProcessExitsInMainOnly() {
    check(
        noClasses()
            .that()
            .doNotBelongToAnyOf(Ductus.class, Launcher.class)
            .should()
            .callMethod(System.class, "exit", int.class));
  }

  @Test
  void randomNumbersComeFromANamedAlgorithm() {
    check(
        noClasses()
            .should()
            .callConstructor(Random.class)
            .orShould()
            .callConstructor(Random.class, long.class)
            .orShould()
            .callMethod(Math.class, "random"));
  }

  private static void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(DUCTUS);
  }

  private static String inside(String name) {
    return "ductus." + name + "..";
  }
}
