### Lines and areas of the earth.

kinds-outline-hint = Type or paste one point a line: latitude, then longitude, like 51.5034, -0.1276
kinds-outline-length = Length
kinds-outline-area = Area
kinds-outline-kilometres = km
kinds-outline-metres = m
kinds-outline-square-kilometres = km²
kinds-outline-hectares = hectares
kinds-outline-square-metres = m²
# The texts of images
kinds-outline-line-image = Sketch of the line through these points, north at the top
kinds-outline-area-image = Sketch of the area within these points, north at the top
error-outline-empty = Enter the points of { $called }
# $n is the number of a line
error-outline-line = Line { $n } must be a latitude and a longitude, like 51.5034, -0.1276
error-outline-too-few = { $n ->
    [one] { $Called } must have { $n } point or more
   *[other] { $Called } must have { $n } points or more
}
error-outline-too-many = { $n ->
    [one] { $Called } must have { $n } point or fewer
   *[other] { $Called } must have { $n } points or fewer
}
error-outline-too-wide = { $Called } must not go half way round the earth or across the 180th meridian
error-outline-crosses = The way round { $called } must not cross or touch itself. Check the order of the points
