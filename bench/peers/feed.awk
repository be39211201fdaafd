# A feed of trending papers as JSON Lines, the way an awk user writes it.
NR <= 10 || /^$/ { next }
{ gsub(/["\\]/, "\\\\&"); gsub(/\t/, "\\t"); gsub(/\r/, "\\r") }
!title { title = $0; next }
{ printf "{\"title\":\"%s\",\"abstract\":\"%s\"}\n", title, $0; title = "" }
