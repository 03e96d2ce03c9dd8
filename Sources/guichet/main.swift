import Glibc

exit(Guichet.main(CommandLine.arguments))
