"""Which relations, verbs and words a question about a tree turns on."""

AUXILIARIES = frozenset(("aux", "aux:tense", "aux:pass", "aux:caus", "cop"))
SUBJECTS = ("nsubj", "nsubj:pass", "csubj")
SET_OFF = frozenset(("acl:relcl", "appos", "parataxis", "parataxis:insert", "punct", "advcl"))
CLAUSES = ("ccomp", "advcl", "acl", "acl:relcl", "xcomp", "parataxis", "parataxis:insert")
# Verbs whose infinitive's subject is their object ("a appelé Kiev à négocier"): the object decides, not the lemma,
# except for these, whose object is the one promised to.
SUBJECT_CONTROL = {"promettre", "garantir", "assurer", "jurer", "offrir", "proposer", "menacer", "remercier"}
# Verbs whose object does what the infinitive after it says ("a accusé Rome d'avoir menti").
RAISING = frozenset(
    ("accuser", "soupçonner", "exhorter", "sommer", "presser", "prier", "conjurer", "suspecter", "enjoindre", "blâmer")
)  # fmt: skip
# Verbs whose perfect has être: "sont convenues" is no passive.
ETRE_VERBS = frozenset(
    ("aller", "venir", "devenir", "descendre", "revenir", "parvenir", "intervenir", "survenir", "convenir",
     "arriver", "partir", "repartir", "rentrer", "entrer", "sortir", "mourir", "décéder", "naître", "rester", "tomber",
     "retourner")
)  # fmt: skip
TIMES = frozenset(
    ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "hier", "matin", "soir", "jour",
     "semaine", "mois")
)  # fmt: skip
NEGATIONS = {"pas", "jamais", "plus", "rien", "aucun", "aucune", "nul", "nulle", "guère", "point", "aucunement",
             "nullement"}  # fmt: skip
