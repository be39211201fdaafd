# A feed of trending papers as JSON Lines, the way a Perl user writes it.
use strict;
use warnings;
use JSON::XS;

my ($json, $title) = (JSON::XS->new->canonical);
<STDIN> for 1 .. 10;
while (my $line = <STDIN>) {
    chomp $line;
    next if $line eq '';
    utf8::decode($line);
    if (!defined $title) { $title = $line; next }
    my $object = $json->encode({ title => $title, abstract => $line });
    utf8::encode($object);
    print $object, "\n";
    undef $title;
}
