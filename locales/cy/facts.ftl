### Welsh. The notes are in locales/en/facts.ftl.

facts-title = Wedi’i gyfrifo o’ch atebion
