package ductus.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ductus.model.reading.HandNetwork;
import ductus.task.Task;
import ductus.task.registry.Tasks;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ModelEvaluationsTest {
  /** Networks that name the hand of a line are measured by what they enroll. */
  private static final Set<String> WITHOUT = Set.of(HandNetwork.ENCODING);

  private static List<String> encodings() {
    return ModelEvaluations.all().stream().flatMap(each -> each.encodings().stream()).toList();
  }

  @Test
  void anEncodingHasOneMeasure() {
    assertEquals(encodings().size(), new HashSet<>(encodings()).size(), encodings()::toString);
  }

  @Test
  void modelsOfEachTaskAreMeasured() {
    Set<String> missing =
        Tasks.ALL.stream()
            .map(Task::encodings)
            .flatMap(List::stream)
            .filter(encoding -> !encodings().contains(encoding) && !WITHOUT.contains(encoding))
            .collect(Collectors.toSet());
    assertEquals(Set.of(), missing);
  }
}
