"""Abbreviations and everyday names of procedures, as billing offices write them, and what TUSS calls them.

General knowledge of the trade, not taken from any table. On the left what is typed, on the right the words
that names have, any of them; words together are all meant.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from honorarios.core.vocabulary import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

_TABLE: Final = """
# Ways of doing
video, vlp, vdl, lap, laparo, laparosc, videolap, vl, vlap, laparoscopia, videolaparoscopica: videolaparoscopia | laparoscopica | videotoracoscopia | videoendoscopia | videoartroscopico | video | vlp
vats, toracoscopia: videotoracoscopia | video
endosc, endo, endoscopica, endoscopia nasal: endoscopia | endoscopica | videoendoscopia | transuretral | histeroscopia
artroscopia, artro, artroscopica, artroscopico, videoartroscopia, videoartro: videoartroscopico | artroscopia
histero, vhs cirurgica: histeroscopia
convencional, aberta, aberto: ceu aberto | via abdominal | cirurgica
ceu aberto: a ceu aberto
cir, cirurg, cirurgia, tto cirurgico, tto cir, trat cirurgico, operacao: tratamento cirurgico | cirurgica | correcao cirurgica
tto, trat, ttto: tratamento
conserv, conservadora: tratamento conservador | incruenta
gesso, incruento, incruenta: reducao incruenta | tratamento conservador | incruento
bx, biops: biopsia
ret, retir, remocao, tirar: retirada | remocao | exerese
exer, excisao, extirpacao, exerese, resseccao, ressec, ressecao: exerese | resseccao | excisao | extirpacao
coloc, colocacao, implant, insercao, instalacao, passagem, implante: colocacao | implante | insercao | instalacao | passagem
reconst, reconstr, rec: reconstrucao
reduc, red: reducao
correc, corr: correcao
dren, dreno: drenagem
sut: sutura
infiltr: infiltracao | puncao
aspir: aspiracao
amput: amputacao
unilat, uni: unilateral
bilat, bi: bilateral
perc, percut: percutanea
inc, incid, incidencia: incidencias
pa perfil, pa e perfil, pa/perfil, ap perfil: 2 incidencias
diag, diagn: diagnostica | diagnostico
terap: terapeutica
cc, c contraste: contraste
rn, recem nascido, neonato: rn | recem nascido
crian, infantil, ped, pediatrica: crianca | infantil | pediatrica
adto: adulto
gest, gestante, gravida: gestacao | obstetrica
psa livre: psa livre
mmii, mi, membros inferiores: membro inferior | membros inferiores
mmss, ms, membros superiores: membro superior | membros superiores
msd, mse: membro superior
mid, mie: membro inferior

# Images
rx, raio x, raios x, r x, radiografia, radiog, raiox: rx
us, usg, ultrassom, ultrassonografia, ultrasom, ultra som, ecografia, ultrasonografia, ultrassonog: us | ultrassonografia
tc, tac, tomo, tomog, tomografia, tomografia computadorizada, ct: tc | angiotomografia
rm, rnm, ressonancia, ressonancia magnetica, resson, ressonacia: rm | ressonancia
angiotc, angio tc, angiotomo, angio tomografia: angiotomografia
angiorm, angio rm, angioressonancia, angiornm, angio rnm: angio rm
colangiorm, colangio rm, colangioressonancia: hidro rm
eco, ecocardio, ecocardiograma, ecodoppler, ecg transtoracico: ecodopplercardiograma | ecocardiograma | ecodoppler
eco fetal: ecodopplercardiograma fetal | ecocardiografia fetal
doppler, dopler, duplex, duplex scan: doppler
mamo, mmg, mamog: mamografia
densito, dmo, desintometria: densitometria
tv, transvag, endovaginal, us tv: transvaginal
obst, obstet, obstetrico: obstetrica
tn: translucencia nucal
morfo: morfologica
abd, abdomen, abdominal: abdome | abdominal
lombar, lombosacra, l s: lombo sacra | lombossacra | lombar
cerv: cervical
toracica, toracico: torax | dorsal | toracica
cranio, cabeca, encefalo: cranio | encefalo
joelho, ombro, cotovelo, punho, quadril, tornozelo, atm: articular | articulacao
quadril: quadril | coxo femoral | coxofemoral
atm: articulacao temporomandibular | articulacao temporo mandibular
tireoide, tiroide, bolsa escrotal, escroto: orgaos superficiais | tireoide
partes moles: estruturas superficiais | partes moles
carotidas, carotida, vertebrais: vasos cervicais arteriais
rins, vias urinarias, renal: aparelho urinario | renal | rim
prostata: prostata | prostatica
pelve, pelvico, pelvica: pelve | abdome inferior | pelvica
cintilo, cint: cintilografia

# Endoscopies and graphs
eda, endoscopia, endoscopia alta, gastroscopia, endoscopia digestiva: endoscopia digestiva alta
colono, colonosc: colonoscopia
retossig, retosig, retossigmoido, rsg: retossigmoidoscopia
bronco, broncosc, fibrobroncoscopia: broncoscopia
cpre: colangiopancreatografia retrograda endoscopica
cisto, cistosc, uretrocistoscopia: cistoscopia | cistoscopica
gtt, peg, gastrostomia endoscopica: gastrostomia
videolaringo, laringoscopia, nasofibro, nasofibroscopia, videonasofibro: faringo laringoscopia | naso sinusal | laringoscopia
ecg, eletro, eletrocardio, eletrocardiograma: ecg
te, ergo, esteira, teste de esforco: teste ergometrico
eeg, eletroencefalo, eletroencefalograma, eletrencefalograma: eeg | eletroencefalograma
enmg, emg, eletroneuro, eletroneuromiografia: eletroneuromiografia
psg, polissono: polissonografia
mrpa, mapa 24, mapa: monitorizacao ambulatorial da pressao arterial | mapa
ctg, cardiotoco: cardiotocografia
espiro, pfp, prova de funcao pulmonar: espirometria | funcao pulmonar
bera, peate: tronco cerebral
audio: audiometria
oct: tomografia de coerencia optica
campimetria, campo visual: campimetria

# General surgery
apendice, apendicite, apendic, apend: apendicectomia
vesicula, colelitiase, cole, colecisto: colecistectomia
hernia, herniorafia, hernioplastia, herniografia: herniorrafia | hernia
hiatal, hernia hiato, drge, fundoplicatura, nissen: refluxo gastroesofagico
bariatrica, bypass gastrico, sleeve, obesidade: gastroplastia obesidade morbida
hemorroida, hemorroidas: hemorroidectomia | hemorroidas
fissura anal: fissurectomia
fistula anal, fistula perianal, fistula perineal: fistulectomia anal | fistulectomia perineal
lapa, laparotomia, le, lap exploradora, laparo exploradora: laparotomia exploradora
estoma, ostomia: colostomia | ileostomia
baco: esplenectomia
tqt, traqueo: traqueostomia
lipoma, cisto sebaceo, nevo, verruga: exerese lesao pele | nevus
unheiro, unha encravada: cantoplastia ungueal | unha
queloide: cicatrizes
linfonodo, ganglio: linfonodo | linfadenectomia
abdominoplastia, plastica abdome: dermolipectomia abdome | abdominoplastia

# Women and births
cesarea, cesaria, parto cesarea, parto cesariana, cesareo: cesariana
parto, parto normal, parto vaginal, pn: parto via vaginal
hist, histerec, hta: histerectomia
ooforec, ovario, cisto ovario: ooforectomia | ooforoplastia
laq, laqueadura, ligadura tubaria, esterilizacao: laqueadura tubaria
mioma, miomas: miomectomia
curet, wintercuretagem: curetagem
abortamento, aborto, pos aborto: pos abortamento | abortamento
prenhez, ectopica, prenhez ectopica, prenhez tubaria: gravidez ectopica
diu, mirena, kyleena: diu | dispositivo intra uterino
caf, conizacao, cone, leep: conizacao | traquelectomia
perineo, colpoperineo, perineoplastia: colpoperineoplastia | colporrafia | perineorrafia
cistocele: colpoplastia anterior
retocele: colpoplastia posterior
incontinencia, iue, tvt, tot: incontinencia urinaria
bartholin: bartholin | glandula
polipo endometrial, polipectomia uterina: histeroscopia polipectomia | polipo
mama, mamas, mamario, mamaria: mama | mamas | mamaria
setorectomia, nodulectomia, setor mama: exerese nodulo mama | quadrantectomia
protese mama, silicone mama: mamoplastia | protese mama
redutora: mamoplastia | hipertrofia mamaria

# Men and urinary tract
rtu, ressec transuretral, rtup: resseccao endoscopica
rtuv, rtu bexiga, rtu de bexiga: tumor vesical resseccao endoscopica
rtu prostata, rtu de prostata: resseccao endoscopica prostata
bexiga: vesical | bexiga
fimose, circuncisao, postec: postectomia
hpb: hipertrofia prostatica
prostatectomia: prostatectomia | prostatavesiculectomia
leco, litotripsia, lithotripsia: nefrolitotripsia extracorporea | ureterolitotripsia extracorporea | litotripsia
nlpc, percutanea renal: nefrolitotripsia percutanea
ureterolito, ureterolitotripsia, utl, ulitotripsia, urs: ureterorrenolitotripsia | ureterolitotripsia | ureterolitotomia
dj, duplo jota, cateter jj, jj: duplo j
testiculo, testicular: testiculo | orquiectomia
rim: renal | nefrectomia
frag, fragm: fragmentos

# Bones
fx, frat, fratura: fratura | fraturas
atj, ptj, protese joelho: artroplastia total joelho
atq, ptq, protese quadril: artroplastia quadril
protese total, artroplastia total: artroplastia total | artroplastia
lca, ligamento cruzado, lig cruzado, cruzado anterior: ligamento cruzado anterior
lcp: ligamento cruzado posterior
menisco: meniscectomia | menisco
manguito, supraespinhal: manguito rotador
stc, sindrome tunel carpo: tunel do carpo | neuropatias compressivas
joanete, halux, halux valgo, hallux valgo: hallux valgus
dedo gatilho: dedo em gatilho
aquiles: tendao de aquiles
hnp, hernia disco, hernia de disco, discectomia: hernia de disco
artrodese coluna: artrodese coluna
pino, pinos, fios, fio k, parafuso, sintese: retirada fios pinos
osteossintese, osteossint, rafi: fratura tratamento cirurgico
canelite, tendinite: tendinites
pe torto: pe torto congenito
clavicula: clavicula | cintura escapular
femur: femur | femoral
radio distal, colles: punho
maleolo, bimaleolar: tornozelo
metacarpo: metacarpiano
artelho, dedo pe: pododactilo

# Eyes
catarata, faco, facoemulsificacao: facectomia | facoemulsificacao
lio: lente intra ocular
anti vegf, antivegf, antiangiogenico, avastin, lucentis, eylia, injecao intravitrea: anti angiogenico | intravitrea
vitrect, vvpp: vitrectomia
pterig: pterigio
glaucoma, trabeculectomia, trab: antiglaucomatosa | antiglaucomatosas | fototrabeculoplastia
yag: yag
miopia: lasik | prk
cxl, crosslinking: cross linking
dcr: dacriocistorrinostomia
calazio: calazio
blefaro: blefaroplastia

# Ears, nose and throat
amigdala, amigdalas, tonsilectomia: amigdalectomia | tonsilectomia
adenoide, adenoides: adenoidectomia | adeno
amigdala e adenoide, adenoamigdala, adenotonsilectomia: adeno amigdalectomia
septo, desvio septo, desvio de septo: septoplastia
corneto, cornetos, turbinoplastia: turbinectomia | turbinoplastia
sinus, sinusite, fess: sinusectomia | sinusotomia
carretel, tubo ventilacao: tubo de ventilacao
timpano: timpanoplastia | timpanotomia

# Heart, vessels, chest and head
cate, cateter cardiaco, cine, cineangio, cinecoronario, cinecoronariografia, coronariografia, cat: cateterismo cardiaco | cineangiocoronariografia
atc, angioplastia coronaria, stent, ptca, icp: implante stent coronario | angioplastia stent
ponte safena, ponte de safena, safena, rm do miocardio, crm, revasc: revascularizacao miocardio
tva, valva, valvula, valvar: valvar | valva
mp, marcapasso, marca passo, mps: marca passo
cdi, desfibrilador: desfibrilador | cardiodesfibrilador
ablacao: ablacao
cvc, acesso central, acesso venoso, acesso venoso central, intracath, puncao central: cateter venoso central
portocath, port a cath, portcath, permcath, cateter longa permanencia: portocath | cateter de longa permanencia
fav, fistula av, fistula arteriovenosa: fistula av | fistula arteriovenosa
varizes, safenectomia, variz: varizes
escleroterapia, espuma: escleroterapia
aaa: aneurisma aorta abdominal
toracocentese, puncao pleural: toracocentese
dreno torax, drenagem torax, drenagem de torax, drenagem pleural, toracostomia: toracostomia drenagem pleural
dve: derivacao ventricular externa
dvp: derivacao ventricular interna
hsd, hsa, hematoma subdural, hematoma cerebral, hic: hematoma intracraniano
avc, ave, avci: avc | acidente vascular cerebral
iam, infarto: iam
iot: intubacao

# Consultations and care
ps, pa, pronto atendimento, emergencia: pronto socorro
visita, visita internado, visita enfermaria: visita hospitalar
uti, cti, plantonista uti, plantao uti, plantonista: intensivista uti | uti
puericultura: puericultura
fisio, fisioterapia: fisioterapeutico | fisioterapia
fono, fonoaudiologo: fonoaudiologia
psico, psicologo: psicoterapia | psicologo
nutri, nutricionista: nutricionista
to: terapia ocupacional
dialise, hd: hemodialise
qt, quimio: quimioterapia | terapia oncologica
hemotransfusao: transfusao

# Laboratory
hmg, hemog, hc, hemograma completo: hemograma
glicemia, gli, glicemia jejum, glicemia de jejum: glicose | glicemia
ur: ureia
cr, creat: creatinina
k: potassio
na: sodio
ca: calcio
mg: magnesio
tgo, ast: transaminase oxalacetica
tgp, alt: transaminase piruvica
ggt, gama gt, gamagt: gama glutamil transferase
bt, btf: bilirrubinas
hb glicada, hba1c, a1c, hemoglobina glicada: hemoglobina glicada
eas, urina 1, urina i, urina tipo 1, urina rotina, sumario de urina: rotina de urina
urocult, urocultura, cultura de urina: cultura urina
hemocult: hemocultura
coprocultura: cultura fezes
epf, parasitologico: parasitologico
pcr: pcr | proteina c reativa
vhs: hemossedimentacao
tap, tp, inr: tempo de protrombina
ttpa, kptt, ttp: tempo de tromboplastina parcial ativada
beta hcg, bhcg, hcg: hcg
covid, covid19, sars cov, coronavirus: coronavirus | covid
vit, vitam: vitamina
vit d, vitamina d: vitamina d
t4l: t4 livre
anti hiv, hiv 1 2: hiv1
aghbs, hbsag: hbsag
tipagem, tipagem sanguinea, abo rh: grupo sanguineo abo
gaso: gasometria
col: colesterol
tg, triglic: triglicerideos | triglicerides
lipidograma: perfil lipidico
ac urico: acido urico
fe: ferro serico
ck, cpk: creatino fosfoquinase
dhl, ldh: desidrogenase lactica
fa: fosfatase alcalina
preventivo, papanicolau, colpocitologia: citopatologico | oncotica
ap, anatomo, anatomopatologico, histopatologico: procedimento diagnostico biopsia
congelacao: peroperatorio

# Teeth
canal: retratamento endodontico | tratamento endodontico
obturacao: restauracao
extracao, exodontia: exodontia
protese dentaria: protese
limpeza, profilaxia: profilaxia
"""

LONGEST_PHRASE: Final = 4
"""Words of the longest thing on the left."""


@cache
def meanings() -> Mapping[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """What each abbreviation, as its words, stands for: alternatives, each the words that are all meant.

    >>> meanings()["lca",]
    (('ligamento', 'cruzado', 'anterior'),)
    """
    table: dict[tuple[str, ...], tuple[tuple[str, ...], ...]] = {}
    for line in fold(_TABLE).splitlines():
        if not line or line.startswith("#"):
            continue
        typed, _, meant = line.partition(":")
        alternatives = tuple(tuple(phrase.split()) for phrase in meant.split("|"))
        for phrase in typed.split(","):
            key = tuple(phrase.split())
            known = table.get(key, ())
            table[key] = (*known, *(one for one in alternatives if one not in known))
    return table
