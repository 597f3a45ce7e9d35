// Written by generate.py, with seed 20261. The number of times that each form occurs:
//   adjacent: 32
//   array: 36
//   box: 38
//   btree: 36
//   deque: 32
//   double option: 2
//   external: 40
//   flatten any: 22
//   flatten map: 25
//   flatten option struct: 26
//   flatten struct: 21
//   hash: 33
//   hashset: 29
//   internal: 45
//   newtype: 19
//   option: 77
//   option option: 38
//   option unit: 37
//   result: 33
//   set: 44
//   skip: 13
//   skip_serializing_if: 12
//   struct: 89
//   transparent: 15
//   tuple: 65
//   unit: 22
//   untagged: 14
//   vec: 46

use super::support::*;

/// The number of shapes.
pub(super) const COUNT: u32 = 300;

/// The shapes with an attribute that hides a part from the serializer, or with such a shape in them.
pub(super) const HIDING: &[u32] = &[5, 30, 73, 74, 78, 147, 174, 199, 204, 207, 235, 280, 288];

/// A value of each shape.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) enum Shape {
    S0(Box<S0>),
    S1(Box<S1>),
    S2(Box<S2>),
    S3(Box<S3>),
    S4(Box<S4>),
    S5(Box<S5>),
    S6(Box<S6>),
    S7(Box<S7>),
    S8(Box<S8>),
    S9(Box<S9>),
    S10(Box<S10>),
    S11(Box<S11>),
    S12(Box<S12>),
    S13(Box<S13>),
    S14(Box<S14>),
    S15(Box<S15>),
    S16(Box<S16>),
    S17(Box<S17>),
    S18(Box<S18>),
    S19(Box<S19>),
    S20(Box<S20>),
    S21(Box<S21>),
    S22(Box<S22>),
    S23(Box<S23>),
    S24(Box<S24>),
    S25(Box<S25>),
    S26(Box<S26>),
    S27(Box<S27>),
    S28(Box<S28>),
    S29(Box<S29>),
    S30(Box<S30>),
    S31(Box<S31>),
    S32(Box<S32>),
    S33(Box<S33>),
    S34(Box<S34>),
    S35(Box<S35>),
    S36(Box<S36>),
    S37(Box<S37>),
    S38(Box<S38>),
    S39(Box<S39>),
    S40(Box<S40>),
    S41(Box<S41>),
    S42(Box<S42>),
    S43(Box<S43>),
    S44(Box<S44>),
    S45(Box<S45>),
    S46(Box<S46>),
    S47(Box<S47>),
    S48(Box<S48>),
    S49(Box<S49>),
    S50(Box<S50>),
    S51(Box<S51>),
    S52(Box<S52>),
    S53(Box<S53>),
    S54(Box<S54>),
    S55(Box<S55>),
    S56(Box<S56>),
    S57(Box<S57>),
    S58(Box<S58>),
    S59(Box<S59>),
    S60(Box<S60>),
    S61(Box<S61>),
    S62(Box<S62>),
    S63(Box<S63>),
    S64(Box<S64>),
    S65(Box<S65>),
    S66(Box<S66>),
    S67(Box<S67>),
    S68(Box<S68>),
    S69(Box<S69>),
    S70(Box<S70>),
    S71(Box<S71>),
    S72(Box<S72>),
    S73(Box<S73>),
    S74(Box<S74>),
    S75(Box<S75>),
    S76(Box<S76>),
    S77(Box<S77>),
    S78(Box<S78>),
    S79(Box<S79>),
    S80(Box<S80>),
    S81(Box<S81>),
    S82(Box<S82>),
    S83(Box<S83>),
    S84(Box<S84>),
    S85(Box<S85>),
    S86(Box<S86>),
    S87(Box<S87>),
    S88(Box<S88>),
    S89(Box<S89>),
    S90(Box<S90>),
    S91(Box<S91>),
    S92(Box<S92>),
    S93(Box<S93>),
    S94(Box<S94>),
    S95(Box<S95>),
    S96(Box<S96>),
    S97(Box<S97>),
    S98(Box<S98>),
    S99(Box<S99>),
    S100(Box<S100>),
    S101(Box<S101>),
    S102(Box<S102>),
    S103(Box<S103>),
    S104(Box<S104>),
    S105(Box<S105>),
    S106(Box<S106>),
    S107(Box<S107>),
    S108(Box<S108>),
    S109(Box<S109>),
    S110(Box<S110>),
    S111(Box<S111>),
    S112(Box<S112>),
    S113(Box<S113>),
    S114(Box<S114>),
    S115(Box<S115>),
    S116(Box<S116>),
    S117(Box<S117>),
    S118(Box<S118>),
    S119(Box<S119>),
    S120(Box<S120>),
    S121(Box<S121>),
    S122(Box<S122>),
    S123(Box<S123>),
    S124(Box<S124>),
    S125(Box<S125>),
    S126(Box<S126>),
    S127(Box<S127>),
    S128(Box<S128>),
    S129(Box<S129>),
    S130(Box<S130>),
    S131(Box<S131>),
    S132(Box<S132>),
    S133(Box<S133>),
    S134(Box<S134>),
    S135(Box<S135>),
    S136(Box<S136>),
    S137(Box<S137>),
    S138(Box<S138>),
    S139(Box<S139>),
    S140(Box<S140>),
    S141(Box<S141>),
    S142(Box<S142>),
    S143(Box<S143>),
    S144(Box<S144>),
    S145(Box<S145>),
    S146(Box<S146>),
    S147(Box<S147>),
    S148(Box<S148>),
    S149(Box<S149>),
    S150(Box<S150>),
    S151(Box<S151>),
    S152(Box<S152>),
    S153(Box<S153>),
    S154(Box<S154>),
    S155(Box<S155>),
    S156(Box<S156>),
    S157(Box<S157>),
    S158(Box<S158>),
    S159(Box<S159>),
    S160(Box<S160>),
    S161(Box<S161>),
    S162(Box<S162>),
    S163(Box<S163>),
    S164(Box<S164>),
    S165(Box<S165>),
    S166(Box<S166>),
    S167(Box<S167>),
    S168(Box<S168>),
    S169(Box<S169>),
    S170(Box<S170>),
    S171(Box<S171>),
    S172(Box<S172>),
    S173(Box<S173>),
    S174(Box<S174>),
    S175(Box<S175>),
    S176(Box<S176>),
    S177(Box<S177>),
    S178(Box<S178>),
    S179(Box<S179>),
    S180(Box<S180>),
    S181(Box<S181>),
    S182(Box<S182>),
    S183(Box<S183>),
    S184(Box<S184>),
    S185(Box<S185>),
    S186(Box<S186>),
    S187(Box<S187>),
    S188(Box<S188>),
    S189(Box<S189>),
    S190(Box<S190>),
    S191(Box<S191>),
    S192(Box<S192>),
    S193(Box<S193>),
    S194(Box<S194>),
    S195(Box<S195>),
    S196(Box<S196>),
    S197(Box<S197>),
    S198(Box<S198>),
    S199(Box<S199>),
    S200(Box<S200>),
    S201(Box<S201>),
    S202(Box<S202>),
    S203(Box<S203>),
    S204(Box<S204>),
    S205(Box<S205>),
    S206(Box<S206>),
    S207(Box<S207>),
    S208(Box<S208>),
    S209(Box<S209>),
    S210(Box<S210>),
    S211(Box<S211>),
    S212(Box<S212>),
    S213(Box<S213>),
    S214(Box<S214>),
    S215(Box<S215>),
    S216(Box<S216>),
    S217(Box<S217>),
    S218(Box<S218>),
    S219(Box<S219>),
    S220(Box<S220>),
    S221(Box<S221>),
    S222(Box<S222>),
    S223(Box<S223>),
    S224(Box<S224>),
    S225(Box<S225>),
    S226(Box<S226>),
    S227(Box<S227>),
    S228(Box<S228>),
    S229(Box<S229>),
    S230(Box<S230>),
    S231(Box<S231>),
    S232(Box<S232>),
    S233(Box<S233>),
    S234(Box<S234>),
    S235(Box<S235>),
    S236(Box<S236>),
    S237(Box<S237>),
    S238(Box<S238>),
    S239(Box<S239>),
    S240(Box<S240>),
    S241(Box<S241>),
    S242(Box<S242>),
    S243(Box<S243>),
    S244(Box<S244>),
    S245(Box<S245>),
    S246(Box<S246>),
    S247(Box<S247>),
    S248(Box<S248>),
    S249(Box<S249>),
    S250(Box<S250>),
    S251(Box<S251>),
    S252(Box<S252>),
    S253(Box<S253>),
    S254(Box<S254>),
    S255(Box<S255>),
    S256(Box<S256>),
    S257(Box<S257>),
    S258(Box<S258>),
    S259(Box<S259>),
    S260(Box<S260>),
    S261(Box<S261>),
    S262(Box<S262>),
    S263(Box<S263>),
    S264(Box<S264>),
    S265(Box<S265>),
    S266(Box<S266>),
    S267(Box<S267>),
    S268(Box<S268>),
    S269(Box<S269>),
    S270(Box<S270>),
    S271(Box<S271>),
    S272(Box<S272>),
    S273(Box<S273>),
    S274(Box<S274>),
    S275(Box<S275>),
    S276(Box<S276>),
    S277(Box<S277>),
    S278(Box<S278>),
    S279(Box<S279>),
    S280(Box<S280>),
    S281(Box<S281>),
    S282(Box<S282>),
    S283(Box<S283>),
    S284(Box<S284>),
    S285(Box<S285>),
    S286(Box<S286>),
    S287(Box<S287>),
    S288(Box<S288>),
    S289(Box<S289>),
    S290(Box<S290>),
    S291(Box<S291>),
    S292(Box<S292>),
    S293(Box<S293>),
    S294(Box<S294>),
    S295(Box<S295>),
    S296(Box<S296>),
    S297(Box<S297>),
    S298(Box<S298>),
    S299(Box<S299>),
}

impl Shape {
    /// Makes a value of the shape with this number.
    pub(super) fn make(number: u32, r: &mut Rng) -> Self {
        match number {
            0 => Self::S0(r.make()),
            1 => Self::S1(r.make()),
            2 => Self::S2(r.make()),
            3 => Self::S3(r.make()),
            4 => Self::S4(r.make()),
            5 => Self::S5(r.make()),
            6 => Self::S6(r.make()),
            7 => Self::S7(r.make()),
            8 => Self::S8(r.make()),
            9 => Self::S9(r.make()),
            10 => Self::S10(r.make()),
            11 => Self::S11(r.make()),
            12 => Self::S12(r.make()),
            13 => Self::S13(r.make()),
            14 => Self::S14(r.make()),
            15 => Self::S15(r.make()),
            16 => Self::S16(r.make()),
            17 => Self::S17(r.make()),
            18 => Self::S18(r.make()),
            19 => Self::S19(r.make()),
            20 => Self::S20(r.make()),
            21 => Self::S21(r.make()),
            22 => Self::S22(r.make()),
            23 => Self::S23(r.make()),
            24 => Self::S24(r.make()),
            25 => Self::S25(r.make()),
            26 => Self::S26(r.make()),
            27 => Self::S27(r.make()),
            28 => Self::S28(r.make()),
            29 => Self::S29(r.make()),
            30 => Self::S30(r.make()),
            31 => Self::S31(r.make()),
            32 => Self::S32(r.make()),
            33 => Self::S33(r.make()),
            34 => Self::S34(r.make()),
            35 => Self::S35(r.make()),
            36 => Self::S36(r.make()),
            37 => Self::S37(r.make()),
            38 => Self::S38(r.make()),
            39 => Self::S39(r.make()),
            40 => Self::S40(r.make()),
            41 => Self::S41(r.make()),
            42 => Self::S42(r.make()),
            43 => Self::S43(r.make()),
            44 => Self::S44(r.make()),
            45 => Self::S45(r.make()),
            46 => Self::S46(r.make()),
            47 => Self::S47(r.make()),
            48 => Self::S48(r.make()),
            49 => Self::S49(r.make()),
            50 => Self::S50(r.make()),
            51 => Self::S51(r.make()),
            52 => Self::S52(r.make()),
            53 => Self::S53(r.make()),
            54 => Self::S54(r.make()),
            55 => Self::S55(r.make()),
            56 => Self::S56(r.make()),
            57 => Self::S57(r.make()),
            58 => Self::S58(r.make()),
            59 => Self::S59(r.make()),
            60 => Self::S60(r.make()),
            61 => Self::S61(r.make()),
            62 => Self::S62(r.make()),
            63 => Self::S63(r.make()),
            64 => Self::S64(r.make()),
            65 => Self::S65(r.make()),
            66 => Self::S66(r.make()),
            67 => Self::S67(r.make()),
            68 => Self::S68(r.make()),
            69 => Self::S69(r.make()),
            70 => Self::S70(r.make()),
            71 => Self::S71(r.make()),
            72 => Self::S72(r.make()),
            73 => Self::S73(r.make()),
            74 => Self::S74(r.make()),
            75 => Self::S75(r.make()),
            76 => Self::S76(r.make()),
            77 => Self::S77(r.make()),
            78 => Self::S78(r.make()),
            79 => Self::S79(r.make()),
            80 => Self::S80(r.make()),
            81 => Self::S81(r.make()),
            82 => Self::S82(r.make()),
            83 => Self::S83(r.make()),
            84 => Self::S84(r.make()),
            85 => Self::S85(r.make()),
            86 => Self::S86(r.make()),
            87 => Self::S87(r.make()),
            88 => Self::S88(r.make()),
            89 => Self::S89(r.make()),
            90 => Self::S90(r.make()),
            91 => Self::S91(r.make()),
            92 => Self::S92(r.make()),
            93 => Self::S93(r.make()),
            94 => Self::S94(r.make()),
            95 => Self::S95(r.make()),
            96 => Self::S96(r.make()),
            97 => Self::S97(r.make()),
            98 => Self::S98(r.make()),
            99 => Self::S99(r.make()),
            100 => Self::S100(r.make()),
            101 => Self::S101(r.make()),
            102 => Self::S102(r.make()),
            103 => Self::S103(r.make()),
            104 => Self::S104(r.make()),
            105 => Self::S105(r.make()),
            106 => Self::S106(r.make()),
            107 => Self::S107(r.make()),
            108 => Self::S108(r.make()),
            109 => Self::S109(r.make()),
            110 => Self::S110(r.make()),
            111 => Self::S111(r.make()),
            112 => Self::S112(r.make()),
            113 => Self::S113(r.make()),
            114 => Self::S114(r.make()),
            115 => Self::S115(r.make()),
            116 => Self::S116(r.make()),
            117 => Self::S117(r.make()),
            118 => Self::S118(r.make()),
            119 => Self::S119(r.make()),
            120 => Self::S120(r.make()),
            121 => Self::S121(r.make()),
            122 => Self::S122(r.make()),
            123 => Self::S123(r.make()),
            124 => Self::S124(r.make()),
            125 => Self::S125(r.make()),
            126 => Self::S126(r.make()),
            127 => Self::S127(r.make()),
            128 => Self::S128(r.make()),
            129 => Self::S129(r.make()),
            130 => Self::S130(r.make()),
            131 => Self::S131(r.make()),
            132 => Self::S132(r.make()),
            133 => Self::S133(r.make()),
            134 => Self::S134(r.make()),
            135 => Self::S135(r.make()),
            136 => Self::S136(r.make()),
            137 => Self::S137(r.make()),
            138 => Self::S138(r.make()),
            139 => Self::S139(r.make()),
            140 => Self::S140(r.make()),
            141 => Self::S141(r.make()),
            142 => Self::S142(r.make()),
            143 => Self::S143(r.make()),
            144 => Self::S144(r.make()),
            145 => Self::S145(r.make()),
            146 => Self::S146(r.make()),
            147 => Self::S147(r.make()),
            148 => Self::S148(r.make()),
            149 => Self::S149(r.make()),
            150 => Self::S150(r.make()),
            151 => Self::S151(r.make()),
            152 => Self::S152(r.make()),
            153 => Self::S153(r.make()),
            154 => Self::S154(r.make()),
            155 => Self::S155(r.make()),
            156 => Self::S156(r.make()),
            157 => Self::S157(r.make()),
            158 => Self::S158(r.make()),
            159 => Self::S159(r.make()),
            160 => Self::S160(r.make()),
            161 => Self::S161(r.make()),
            162 => Self::S162(r.make()),
            163 => Self::S163(r.make()),
            164 => Self::S164(r.make()),
            165 => Self::S165(r.make()),
            166 => Self::S166(r.make()),
            167 => Self::S167(r.make()),
            168 => Self::S168(r.make()),
            169 => Self::S169(r.make()),
            170 => Self::S170(r.make()),
            171 => Self::S171(r.make()),
            172 => Self::S172(r.make()),
            173 => Self::S173(r.make()),
            174 => Self::S174(r.make()),
            175 => Self::S175(r.make()),
            176 => Self::S176(r.make()),
            177 => Self::S177(r.make()),
            178 => Self::S178(r.make()),
            179 => Self::S179(r.make()),
            180 => Self::S180(r.make()),
            181 => Self::S181(r.make()),
            182 => Self::S182(r.make()),
            183 => Self::S183(r.make()),
            184 => Self::S184(r.make()),
            185 => Self::S185(r.make()),
            186 => Self::S186(r.make()),
            187 => Self::S187(r.make()),
            188 => Self::S188(r.make()),
            189 => Self::S189(r.make()),
            190 => Self::S190(r.make()),
            191 => Self::S191(r.make()),
            192 => Self::S192(r.make()),
            193 => Self::S193(r.make()),
            194 => Self::S194(r.make()),
            195 => Self::S195(r.make()),
            196 => Self::S196(r.make()),
            197 => Self::S197(r.make()),
            198 => Self::S198(r.make()),
            199 => Self::S199(r.make()),
            200 => Self::S200(r.make()),
            201 => Self::S201(r.make()),
            202 => Self::S202(r.make()),
            203 => Self::S203(r.make()),
            204 => Self::S204(r.make()),
            205 => Self::S205(r.make()),
            206 => Self::S206(r.make()),
            207 => Self::S207(r.make()),
            208 => Self::S208(r.make()),
            209 => Self::S209(r.make()),
            210 => Self::S210(r.make()),
            211 => Self::S211(r.make()),
            212 => Self::S212(r.make()),
            213 => Self::S213(r.make()),
            214 => Self::S214(r.make()),
            215 => Self::S215(r.make()),
            216 => Self::S216(r.make()),
            217 => Self::S217(r.make()),
            218 => Self::S218(r.make()),
            219 => Self::S219(r.make()),
            220 => Self::S220(r.make()),
            221 => Self::S221(r.make()),
            222 => Self::S222(r.make()),
            223 => Self::S223(r.make()),
            224 => Self::S224(r.make()),
            225 => Self::S225(r.make()),
            226 => Self::S226(r.make()),
            227 => Self::S227(r.make()),
            228 => Self::S228(r.make()),
            229 => Self::S229(r.make()),
            230 => Self::S230(r.make()),
            231 => Self::S231(r.make()),
            232 => Self::S232(r.make()),
            233 => Self::S233(r.make()),
            234 => Self::S234(r.make()),
            235 => Self::S235(r.make()),
            236 => Self::S236(r.make()),
            237 => Self::S237(r.make()),
            238 => Self::S238(r.make()),
            239 => Self::S239(r.make()),
            240 => Self::S240(r.make()),
            241 => Self::S241(r.make()),
            242 => Self::S242(r.make()),
            243 => Self::S243(r.make()),
            244 => Self::S244(r.make()),
            245 => Self::S245(r.make()),
            246 => Self::S246(r.make()),
            247 => Self::S247(r.make()),
            248 => Self::S248(r.make()),
            249 => Self::S249(r.make()),
            250 => Self::S250(r.make()),
            251 => Self::S251(r.make()),
            252 => Self::S252(r.make()),
            253 => Self::S253(r.make()),
            254 => Self::S254(r.make()),
            255 => Self::S255(r.make()),
            256 => Self::S256(r.make()),
            257 => Self::S257(r.make()),
            258 => Self::S258(r.make()),
            259 => Self::S259(r.make()),
            260 => Self::S260(r.make()),
            261 => Self::S261(r.make()),
            262 => Self::S262(r.make()),
            263 => Self::S263(r.make()),
            264 => Self::S264(r.make()),
            265 => Self::S265(r.make()),
            266 => Self::S266(r.make()),
            267 => Self::S267(r.make()),
            268 => Self::S268(r.make()),
            269 => Self::S269(r.make()),
            270 => Self::S270(r.make()),
            271 => Self::S271(r.make()),
            272 => Self::S272(r.make()),
            273 => Self::S273(r.make()),
            274 => Self::S274(r.make()),
            275 => Self::S275(r.make()),
            276 => Self::S276(r.make()),
            277 => Self::S277(r.make()),
            278 => Self::S278(r.make()),
            279 => Self::S279(r.make()),
            280 => Self::S280(r.make()),
            281 => Self::S281(r.make()),
            282 => Self::S282(r.make()),
            283 => Self::S283(r.make()),
            284 => Self::S284(r.make()),
            285 => Self::S285(r.make()),
            286 => Self::S286(r.make()),
            287 => Self::S287(r.make()),
            288 => Self::S288(r.make()),
            289 => Self::S289(r.make()),
            290 => Self::S290(r.make()),
            291 => Self::S291(r.make()),
            292 => Self::S292(r.make()),
            293 => Self::S293(r.make()),
            294 => Self::S294(r.make()),
            295 => Self::S295(r.make()),
            296 => Self::S296(r.make()),
            297 => Self::S297(r.make()),
            298 => Self::S298(r.make()),
            _ => Self::S299(r.make()),
        }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct S0 { beta: Option<HashSet<IpAddr>> }

impl Make for S0 {
    fn make(r: &mut Rng) -> Self {
        Self { beta: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "alpha")]
pub(super) enum S1 { A { gamma: S0, content: i16 }, B, C { x1: u128, #[serde(flatten)] gamma: BTreeMap<String, VecDeque<BTreeMap<IpAddr, bool>>> } }

impl Make for S1 {
    fn make(r: &mut Rng) -> Self {
        match r.below(3) { 0 => Self::A { gamma: r.make(), content: r.make() }, 1 => Self::B, _ => Self::C { x1: r.make(), gamma: r.make() }, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S2 { #[serde(flatten)] pub(super) beta: HashMap<String, HashSet<String>>, #[serde(flatten)] pub(super) kind: HashMap<String, Duration> }

impl Make for S2 {
    fn make(r: &mut Rng) -> Self {
        Self { beta: r.make(), kind: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", untagged)]
pub(super) enum S3 { A { delta: BTreeSet<(u8, u8)>, content: i8, #[serde(default)] type_name: u16 } }

impl Make for S3 {
    fn make(r: &mut Rng) -> Self {
        Self::A { delta: r.make(), content: r.make(), type_name: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE", tag = "kind")]
pub(super) enum S4 { A(S2) }

impl Make for S4 {
    fn make(r: &mut Rng) -> Self {
        Self::A(r.make())
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub(super) struct S5 { #[serde(rename = "Typedelta")] pub(super) delta: i64, #[serde(default, with = "double_option", skip_serializing_if = "Option::is_none")] pub(super) alpha: Option<Option<Value>> }

impl Make for S5 {
    fn make(r: &mut Rng) -> Self {
        Self { delta: r.make(), alpha: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "t", content = "content")]
pub(super) enum S6 { A }

impl Make for S6 {
    fn make(_: &mut Rng) -> Self {
        Self::A
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S7 { pub(super) beta: VecDeque<Duration> }

impl Make for S7 {
    fn make(r: &mut Rng) -> Self {
        Self { beta: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) enum S8 { A, B(Box<Tree>, Option<Option<Box<S7>>>), C { beta: VecDeque<S6>, type_name: (), alpha: S1 }, D { x1: u8 } }

impl Make for S8 {
    fn make(r: &mut Rng) -> Self {
        match r.below(4) { 0 => Self::A, 1 => Self::B(r.make(), r.make()), 2 => Self::C { beta: r.make(), type_name: r.make(), alpha: r.make() }, _ => Self::D { x1: r.make() }, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S9 { pub(super) longer_name: S1, #[serde(flatten)] pub(super) kind: Option<S2> }

impl Make for S9 {
    fn make(r: &mut Rng) -> Self {
        Self { longer_name: r.make(), kind: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "alpha")]
pub(super) enum S10 { A, B }

impl Make for S10 {
    fn make(r: &mut Rng) -> Self {
        match r.below(2) { 0 => Self::A, _ => Self::B, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) enum S11 { A { gamma: HashSet<String> } }

impl Make for S11 {
    fn make(r: &mut Rng) -> Self {
        Self::A { gamma: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub(super) enum S12 { A(Tree, Color), B, C { delta: S8 } }

impl Make for S12 {
    fn make(r: &mut Rng) -> Self {
        match r.below(3) { 0 => Self::A(r.make(), r.make()), 1 => Self::B, _ => Self::C { delta: r.make() }, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "alpha")]
pub(super) enum S13 { A { #[serde(flatten)] type_name: S7 }, B(S2), C { x1: [Chain; 1] }, D([[[IpAddr; 3]; 0]; 1]), E {  } }

impl Make for S13 {
    fn make(r: &mut Rng) -> Self {
        match r.below(5) { 0 => Self::A { type_name: r.make() }, 1 => Self::B(r.make()), 2 => Self::C { x1: r.make() }, 3 => Self::D(r.make()), _ => Self::E {  }, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct S14 { pub(super) longer_name: u32 }

impl Make for S14 {
    fn make(r: &mut Rng) -> Self {
        Self { longer_name: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S15 { pub(super) delta: Tree, #[serde(flatten)] pub(super) gamma: S14 }

impl Make for S15 {
    fn make(r: &mut Rng) -> Self {
        Self { delta: r.make(), gamma: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type")]
pub(super) enum S16 { A { #[serde(rename = "longer_name")] longer_name: f32 }, B { beta: Name } }

impl Make for S16 {
    fn make(r: &mut Rng) -> Self {
        match r.below(2) { 0 => Self::A { longer_name: r.make() }, _ => Self::B { beta: r.make() }, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S17(S11, Option<()>, i128, u8);

impl Make for S17 {
    fn make(r: &mut Rng) -> Self {
        Self(r.make(), r.make(), r.make(), r.make())
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type")]
pub(super) enum S18 { A { #[serde(rename = "x1")] x1: Result<S17, char>, #[serde(rename = "@kind")] kind: HashMap<Option<u8>, Option<Option<u128>>> }, B { #[serde(rename = "@beta")] beta: bool, longer_name: S11 }, C {  }, D { #[serde(rename = "alpha")] alpha: u32 }, E }

impl Make for S18 {
    fn make(r: &mut Rng) -> Self {
        match r.below(5) { 0 => Self::A { x1: r.make(), kind: r.make() }, 1 => Self::B { beta: r.make(), longer_name: r.make() }, 2 => Self::C {  }, 3 => Self::D { alpha: r.make() }, _ => Self::E, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) enum S19 { A { type_name: u8, #[serde(rename = "content")] content: String }, B { #[serde(default, with = "double_option", skip_serializing_if = "Option::is_none")] x1: Option<Option<S8>>, #[serde(rename = "@gamma")] gamma: Vec<Result<Cow<'static, str>, f64>>, beta: HashSet<String> }, C { #[serde(flatten)] x1: HashMap<String, (u64,)> }, D { #[serde(rename = "gamma")] gamma: Tree, type_name: Option<Option<Option<i64>>> }, E }

impl Make for S19 {
    fn make(r: &mut Rng) -> Self {
        match r.below(5) { 0 => Self::A { type_name: r.make(), content: r.make() }, 1 => Self::B { x1: r.make(), gamma: r.make(), beta: r.make() }, 2 => Self::C { x1: r.make() }, 3 => Self::D { gamma: r.make(), type_name: r.make() }, _ => Self::E, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S20 { #[serde(flatten)] pub(super) alpha: S2, #[serde(rename = "kindtype_name")] pub(super) type_name: i8, pub(super) beta: Option<()>, #[serde(flatten)] pub(super) delta: HashMap<String, Duration> }

impl Make for S20 {
    fn make(r: &mut Rng) -> Self {
        Self { alpha: r.make(), type_name: r.make(), beta: r.make(), delta: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct S21 { pub(super) gamma: S15, pub(super) content: VecDeque<i64>, pub(super) value: Box<u16>, pub(super) beta: VecDeque<Chain> }

impl Make for S21 {
    fn make(r: &mut Rng) -> Self {
        Self { gamma: r.make(), content: r.make(), value: r.make(), beta: r.make() }
    }
}

impl Default for S21 {
    fn default() -> Self {
        Rng::new(7).make()
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) enum S22 { A { gamma: u128 }, B { value: Name, kind: char }, C(String), D, E((S17,), Option<Option<BTreeMap<u128, Tree>>>) }

impl Make for S22 {
    fn make(r: &mut Rng) -> Self {
        match r.below(5) { 0 => Self::A { gamma: r.make() }, 1 => Self::B { value: r.make(), kind: r.make() }, 2 => Self::C(r.make()), 3 => Self::D, _ => Self::E(r.make(), r.make()), }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", content = "content")]
pub(super) enum S23 { A { value: i16 }, B(i128) }

impl Make for S23 {
    fn make(r: &mut Rng) -> Self {
        match r.below(2) { 0 => Self::A { value: r.make() }, _ => Self::B(r.make()), }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S24 { pub(super) longer_name: f32, #[serde(flatten)] pub(super) x1: HashMap<String, u8> }

impl Make for S24 {
    fn make(r: &mut Rng) -> Self {
        Self { longer_name: r.make(), x1: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "t", content = "content")]
pub(super) enum S25 { A(i16), B(Box<[f64; 1]>), C(OnlyBytes, i32), D { value: i16, beta: Option<Option<Value>> } }

impl Make for S25 {
    fn make(r: &mut Rng) -> Self {
        match r.below(4) { 0 => Self::A(r.make()), 1 => Self::B(r.make()), 2 => Self::C(r.make(), r.make()), _ => Self::D { value: r.make(), beta: r.make() }, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S26 { #[serde(flatten)] pub(super) longer_name: BTreeMap<String, S2>, pub(super) kind: i16, #[serde(default, skip_serializing_if = "Option::is_none")] pub(super) value: Option<String>, pub(super) x1: S6 }

impl Make for S26 {
    fn make(r: &mut Rng) -> Self {
        Self { longer_name: r.make(), kind: r.make(), value: r.make(), x1: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S27 { pub(super) content: bool, #[serde(flatten)] pub(super) value: HashMap<String, Result<u64, Duration>>, #[serde(flatten)] pub(super) x1: HashMap<String, IpAddr>, #[serde(flatten)] pub(super) type_name: Option<S24> }

impl Make for S27 {
    fn make(r: &mut Rng) -> Self {
        Self { content: r.make(), value: r.make(), x1: r.make(), type_name: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S28 { pub(super) type_name: Value, pub(super) kind: BTreeSet<IpAddr>, pub(super) value: i8, pub(super) alpha: i64 }

impl Make for S28 {
    fn make(r: &mut Rng) -> Self {
        Self { type_name: r.make(), kind: r.make(), value: r.make(), alpha: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) enum S29 { A { content: Duration, value: BTreeSet<Name>, #[serde(default, skip_serializing_if = "Option::is_none")] alpha: Option<()> }, B }

impl Make for S29 {
    fn make(r: &mut Rng) -> Self {
        match r.below(2) { 0 => Self::A { content: r.make(), value: r.make(), alpha: r.make() }, _ => Self::B, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) enum S30 { A { #[serde(skip)] delta: u32, #[serde(rename = "kindx1")] x1: String }, B { value: String, beta: i16, longer_name: [S23; 3] }, C { #[serde(rename = "Typekind")] kind: Duration } }

impl Make for S30 {
    fn make(r: &mut Rng) -> Self {
        match r.below(3) { 0 => Self::A { delta: r.make(), x1: r.make() }, 1 => Self::B { value: r.make(), beta: r.make(), longer_name: r.make() }, _ => Self::C { kind: r.make() }, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "alpha")]
pub(super) enum S31 { A { value: Chain }, B { kind: Option<Vec<Option<Unit>>> }, C { #[serde(flatten)] value: HashMap<String, S15>, beta: f64, gamma: Option<()> } }

impl Make for S31 {
    fn make(r: &mut Rng) -> Self {
        match r.below(3) { 0 => Self::A { value: r.make() }, 1 => Self::B { kind: r.make() }, _ => Self::C { value: r.make(), beta: r.make(), gamma: r.make() }, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S32 { #[serde(flatten)] pub(super) longer_name: Option<S20> }

impl Make for S32 {
    fn make(r: &mut Rng) -> Self {
        Self { longer_name: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S33 { #[serde(flatten)] pub(super) x1: S25, pub(super) alpha: i128, pub(super) delta: Option<()> }

impl Make for S33 {
    fn make(r: &mut Rng) -> Self {
        Self { x1: r.make(), alpha: r.make(), delta: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct S34 { pub(super) value: HashMap<(u8, u8), S12>, #[serde(flatten)] pub(super) content: S24, pub(super) x1: S13, #[serde(flatten)] pub(super) kind: HashMap<String, Option<Option<S29>>> }

impl Make for S34 {
    fn make(r: &mut Rng) -> Self {
        Self { value: r.make(), content: r.make(), x1: r.make(), kind: r.make() }
    }
}

impl Default for S34 {
    fn default() -> Self {
        Rng::new(7).make()
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "t", content = "content")]
pub(super) enum S35 { A { type_name: S27, beta: S8 }, B(OnlyBytes) }

impl Make for S35 {
    fn make(r: &mut Rng) -> Self {
        match r.below(2) { 0 => Self::A { type_name: r.make(), beta: r.make() }, _ => Self::B(r.make()), }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) enum S36 { A(S15, Vec<Option<S20>>), B { alpha: u8, x1: S26 }, C(Chain, Option<u64>), D { beta: i16, kind: f64 }, E(S7, S3) }

impl Make for S36 {
    fn make(r: &mut Rng) -> Self {
        match r.below(5) { 0 => Self::A(r.make(), r.make()), 1 => Self::B { alpha: r.make(), x1: r.make() }, 2 => Self::C(r.make(), r.make()), 3 => Self::D { beta: r.make(), kind: r.make() }, _ => Self::E(r.make(), r.make()), }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S37 {}

impl Make for S37 {
    fn make(_: &mut Rng) -> Self {
        Self {}
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct S38 { beta: S14 }

impl Make for S38 {
    fn make(r: &mut Rng) -> Self {
        Self { beta: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE", tag = "t", content = "content")]
pub(super) enum S39 { A(u8, Option<S12>), B((Vec<u64>,)), C(f64, u32), D }

impl Make for S39 {
    fn make(r: &mut Rng) -> Self {
        match r.below(4) { 0 => Self::A(r.make(), r.make()), 1 => Self::B(r.make()), 2 => Self::C(r.make(), r.make()), _ => Self::D, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "type", content = "content")]
pub(super) enum S40 { A(Tree), B(i128), C, D { kind: f64, delta: f64, beta: i16 }, E { gamma: HashSet<bool>, beta: u128 } }

impl Make for S40 {
    fn make(r: &mut Rng) -> Self {
        match r.below(5) { 0 => Self::A(r.make()), 1 => Self::B(r.make()), 2 => Self::C, 3 => Self::D { kind: r.make(), delta: r.make(), beta: r.make() }, _ => Self::E { gamma: r.make(), beta: r.make() }, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct S41 { alpha: u32 }

impl Make for S41 {
    fn make(r: &mut Rng) -> Self {
        Self { alpha: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S42(S35, ());

impl Make for S42 {
    fn make(r: &mut Rng) -> Self {
        Self(r.make(), r.make())
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S43;

impl Make for S43 {
    fn make(_: &mut Rng) -> Self {
        Self
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "alpha")]
pub(super) enum S44 { A { delta: S28, #[serde(rename = "@kind")] kind: Option<Value> }, B(i32), C { #[serde(flatten)] delta: Option<S7>, x1: String, gamma: S31 }, D(IpAddr) }

impl Make for S44 {
    fn make(r: &mut Rng) -> Self {
        match r.below(4) { 0 => Self::A { delta: r.make(), kind: r.make() }, 1 => Self::B(r.make()), 2 => Self::C { delta: r.make(), x1: r.make(), gamma: r.make() }, _ => Self::D(r.make()), }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S45 { pub(super) longer_name: Chain, #[serde(flatten)] pub(super) x1: Option<S24> }

impl Make for S45 {
    fn make(r: &mut Rng) -> Self {
        Self { longer_name: r.make(), x1: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S46(Option<Option<String>>, Value, i16);

impl Make for S46 {
    fn make(r: &mut Rng) -> Self {
        Self(r.make(), r.make(), r.make())
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind")]
pub(super) enum S47 { A { alpha: BTreeMap<String, BTreeSet<u128>>, delta: Color }, B }

impl Make for S47 {
    fn make(r: &mut Rng) -> Self {
        match r.below(2) { 0 => Self::A { alpha: r.make(), delta: r.make() }, _ => Self::B, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub(super) enum S48 { A { x1: Option<u64>, kind: IpAddr }, B(Bytes, u8), C, D(Box<Cow<'static, str>>, Cow<'static, str>) }

impl Make for S48 {
    fn make(r: &mut Rng) -> Self {
        match r.below(4) { 0 => Self::A { x1: r.make(), kind: r.make() }, 1 => Self::B(r.make(), r.make()), 2 => Self::C, _ => Self::D(r.make(), r.make()), }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S49(char, HashSet<bool>);

impl Make for S49 {
    fn make(r: &mut Rng) -> Self {
        Self(r.make(), r.make())
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct S50 { gamma: i128 }

impl Make for S50 {
    fn make(r: &mut Rng) -> Self {
        Self { gamma: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct S51 { pub(super) gamma: Result<i128, Option<Option<u16>>> }

impl Make for S51 {
    fn make(r: &mut Rng) -> Self {
        Self { gamma: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) enum S52 { A(BTreeMap<Name, Option<S47>>, Name), B { value: f32, kind: Option<Color> }, C(u32) }

impl Make for S52 {
    fn make(r: &mut Rng) -> Self {
        match r.below(3) { 0 => Self::A(r.make(), r.make()), 1 => Self::B { value: r.make(), kind: r.make() }, _ => Self::C(r.make()), }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S53(OnlyBytes);

impl Make for S53 {
    fn make(r: &mut Rng) -> Self {
        Self(r.make())
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) enum S54 { A { value: Result<Bytes, u64>, kind: Unit, content: f64 } }

impl Make for S54 {
    fn make(r: &mut Rng) -> Self {
        Self::A { value: r.make(), kind: r.make(), content: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", tag = "kind")]
pub(super) enum S55 { A }

impl Make for S55 {
    fn make(_: &mut Rng) -> Self {
        Self::A
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct S56 { #[serde(flatten)] pub(super) alpha: S4, pub(super) kind: Option<Option<String>>, #[serde(flatten)] pub(super) delta: S53 }

impl Make for S56 {
    fn make(r: &mut Rng) -> Self {
        Self { alpha: r.make(), kind: r.make(), delta: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S57 { pub(super) type_name: OnlyBytes, #[serde(rename = "@alpha")] pub(super) alpha: VecDeque<[Bytes; 3]> }

impl Make for S57 {
    fn make(r: &mut Rng) -> Self {
        Self { type_name: r.make(), alpha: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) enum S58 { A { alpha: Box<f64> }, B(Tree, S6), C(Option<Option<HashMap<IpAddr, Tree>>>, [Option<Option<Unit>>; 0]) }

impl Make for S58 {
    fn make(r: &mut Rng) -> Self {
        match r.below(3) { 0 => Self::A { alpha: r.make() }, 1 => Self::B(r.make(), r.make()), _ => Self::C(r.make(), r.make()), }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct S59 { content: Tree }

impl Make for S59 {
    fn make(r: &mut Rng) -> Self {
        Self { content: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "t", content = "content")]
pub(super) enum S60 { A { kind: u64 }, B { beta: Box<Bytes>, value: Duration, content: S22 }, C { #[serde(rename = "longer_name")] longer_name: BTreeSet<char>, beta: u128, x1: Box<BTreeSet<Option<u8>>> }, D { alpha: S14 }, E { delta: Value } }

impl Make for S60 {
    fn make(r: &mut Rng) -> Self {
        match r.below(5) { 0 => Self::A { kind: r.make() }, 1 => Self::B { beta: r.make(), value: r.make(), content: r.make() }, 2 => Self::C { longer_name: r.make(), beta: r.make(), x1: r.make() }, 3 => Self::D { alpha: r.make() }, _ => Self::E { delta: r.make() }, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct S61 { content: u32 }

impl Make for S61 {
    fn make(r: &mut Rng) -> Self {
        Self { content: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct S62 { pub(super) kind: Color }

impl Make for S62 {
    fn make(r: &mut Rng) -> Self {
        Self { kind: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S63(Value, i16, OnlyBytes, HashMap<IpAddr, Result<Vec<IpAddr>, (u64, Name)>>);

impl Make for S63 {
    fn make(r: &mut Rng) -> Self {
        Self(r.make(), r.make(), r.make(), r.make())
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S64(Result<bool, i64>, u64);

impl Make for S64 {
    fn make(r: &mut Rng) -> Self {
        Self(r.make(), r.make())
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S65(Result<Unit, Vec<S42>>, Option<VecDeque<u16>>, u128, Option<Value>);

impl Make for S65 {
    fn make(r: &mut Rng) -> Self {
        Self(r.make(), r.make(), r.make(), r.make())
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S66 {}

impl Make for S66 {
    fn make(_: &mut Rng) -> Self {
        Self {}
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S67 { #[serde(flatten)] pub(super) delta: HashMap<String, BTreeSet<bool>>, #[serde(flatten)] pub(super) content: HashMap<String, Option<Option<u16>>>, #[serde(rename = "@alpha")] pub(super) alpha: Option<String> }

impl Make for S67 {
    fn make(r: &mut Rng) -> Self {
        Self { delta: r.make(), content: r.make(), alpha: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S68(Bytes, Unit);

impl Make for S68 {
    fn make(r: &mut Rng) -> Self {
        Self(r.make(), r.make())
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct S69 { pub(super) beta: Option<(Unit,)>, pub(super) delta: S4 }

impl Make for S69 {
    fn make(r: &mut Rng) -> Self {
        Self { beta: r.make(), delta: r.make() }
    }
}

impl Default for S69 {
    fn default() -> Self {
        Rng::new(7).make()
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "t", content = "content")]
pub(super) enum S70 { A(Unit) }

impl Make for S70 {
    fn make(r: &mut Rng) -> Self {
        Self::A(r.make())
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) enum S71 { A }

impl Make for S71 {
    fn make(_: &mut Rng) -> Self {
        Self::A
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type")]
pub(super) enum S72 { A { gamma: Option<Unit> }, B { value: i128, delta: Box<S1> }, C }

impl Make for S72 {
    fn make(r: &mut Rng) -> Self {
        match r.below(3) { 0 => Self::A { gamma: r.make() }, 1 => Self::B { value: r.make(), delta: r.make() }, _ => Self::C, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "alpha")]
pub(super) enum S73 { A, B { #[serde(rename = "kindlonger_name")] longer_name: i128, content: i16 }, C { x1: Tree }, D { #[serde(rename = "kindgamma")] gamma: u32, x1: char, kind: IpAddr }, E { #[serde(skip)] value: u16, type_name: S51 } }

impl Make for S73 {
    fn make(r: &mut Rng) -> Self {
        match r.below(5) { 0 => Self::A, 1 => Self::B { longer_name: r.make(), content: r.make() }, 2 => Self::C { x1: r.make() }, 3 => Self::D { gamma: r.make(), x1: r.make(), kind: r.make() }, _ => Self::E { value: r.make(), type_name: r.make() }, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S74 { #[serde(skip)] pub(super) beta: i32, pub(super) alpha: Chain, pub(super) kind: IpAddr }

impl Make for S74 {
    fn make(r: &mut Rng) -> Self {
        Self { beta: r.make(), alpha: r.make(), kind: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", content = "content")]
pub(super) enum S75 { A(u128), B { x1: BTreeSet<IpAddr>, #[serde(rename = "@beta")] beta: S29 }, C, D(i8) }

impl Make for S75 {
    fn make(r: &mut Rng) -> Self {
        match r.below(4) { 0 => Self::A(r.make()), 1 => Self::B { x1: r.make(), beta: r.make() }, 2 => Self::C, _ => Self::D(r.make()), }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S76 { #[serde(flatten)] pub(super) x1: Option<S28>, pub(super) kind: f32, #[serde(flatten)] pub(super) value: S24 }

impl Make for S76 {
    fn make(r: &mut Rng) -> Self {
        Self { x1: r.make(), kind: r.make(), value: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) enum S77 { A { kind: i16 }, B { #[serde(flatten)] kind: S26, value: Vec<BTreeMap<Option<u8>, IpAddr>>, content: BTreeSet<String> }, C, D { alpha: S13 } }

impl Make for S77 {
    fn make(r: &mut Rng) -> Self {
        match r.below(4) { 0 => Self::A { kind: r.make() }, 1 => Self::B { kind: r.make(), value: r.make(), content: r.make() }, 2 => Self::C, _ => Self::D { alpha: r.make() }, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "t", content = "content")]
pub(super) enum S78 { A { #[serde(rename = "Typebeta")] beta: Option<BTreeMap<u128, u32>>, #[serde(skip)] kind: String, alpha: Bytes }, B(u64) }

impl Make for S78 {
    fn make(r: &mut Rng) -> Self {
        match r.below(2) { 0 => Self::A { beta: r.make(), kind: r.make(), alpha: r.make() }, _ => Self::B(r.make()), }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE", tag = "type", content = "content")]
pub(super) enum S79 { A, B(bool, ([bool; 0], BTreeSet<u8>)), C, D(S16, Unit) }

impl Make for S79 {
    fn make(r: &mut Rng) -> Self {
        match r.below(4) { 0 => Self::A, 1 => Self::B(r.make(), r.make()), 2 => Self::C, _ => Self::D(r.make(), r.make()), }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S80(Color, VecDeque<Value>);

impl Make for S80 {
    fn make(r: &mut Rng) -> Self {
        Self(r.make(), r.make())
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S81;

impl Make for S81 {
    fn make(_: &mut Rng) -> Self {
        Self
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub(super) struct S82 { pub(super) x1: IpAddr }

impl Make for S82 {
    fn make(r: &mut Rng) -> Self {
        Self { x1: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S83 { pub(super) x1: S9, #[serde(default, skip_serializing_if = "Option::is_none")] pub(super) type_name: Option<HashMap<Option<u8>, Cow<'static, str>>>, #[serde(default, skip_serializing_if = "Option::is_none")] pub(super) beta: Option<S70>, pub(super) content: BTreeSet<bool> }

impl Make for S83 {
    fn make(r: &mut Rng) -> Self {
        Self { x1: r.make(), type_name: r.make(), beta: r.make(), content: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "t", content = "content")]
pub(super) enum S84 { A(Duration), B { kind: S40, value: u64, content: u128 }, C { #[serde(flatten)] longer_name: Option<S82>, #[serde(flatten)] x1: S69 }, D }

impl Make for S84 {
    fn make(r: &mut Rng) -> Self {
        match r.below(4) { 0 => Self::A(r.make()), 1 => Self::B { kind: r.make(), value: r.make(), content: r.make() }, 2 => Self::C { longer_name: r.make(), x1: r.make() }, _ => Self::D, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub(super) struct S85 { #[serde(flatten)] pub(super) value: S69, pub(super) alpha: Result<Option<Option<f32>>, Vec<Option<Option<i64>>>>, #[serde(flatten)] pub(super) type_name: Option<S14> }

impl Make for S85 {
    fn make(r: &mut Rng) -> Self {
        Self { value: r.make(), alpha: r.make(), type_name: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "alpha")]
pub(super) enum S86 { A { longer_name: BTreeMap<String, Option<f32>>, x1: Unit }, B, C }

impl Make for S86 {
    fn make(r: &mut Rng) -> Self {
        match r.below(3) { 0 => Self::A { longer_name: r.make(), x1: r.make() }, 1 => Self::B, _ => Self::C, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct S87 { pub(super) alpha: BTreeSet<String>, pub(super) gamma: S11, pub(super) x1: f64, pub(super) type_name: [Duration; 3] }

impl Make for S87 {
    fn make(r: &mut Rng) -> Self {
        Self { alpha: r.make(), gamma: r.make(), x1: r.make(), type_name: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S88(i128);

impl Make for S88 {
    fn make(r: &mut Rng) -> Self {
        Self(r.make())
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct S89 { type_name: Value }

impl Make for S89 {
    fn make(r: &mut Rng) -> Self {
        Self { type_name: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "t", content = "content")]
pub(super) enum S90 { A(char), B(u32), C { value: VecDeque<(Color, Cow<'static, str>)>, #[serde(rename = "typelonger_name", default, skip_serializing_if = "Option::is_none")] longer_name: Option<Box<()>>, delta: char }, D }

impl Make for S90 {
    fn make(r: &mut Rng) -> Self {
        match r.below(4) { 0 => Self::A(r.make()), 1 => Self::B(r.make()), 2 => Self::C { value: r.make(), longer_name: r.make(), delta: r.make() }, _ => Self::D, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "alpha")]
pub(super) enum S91 { A, B { content: u16, #[serde(flatten)] gamma: BTreeMap<String, Chain>, beta: Value }, C { content: S26 } }

impl Make for S91 {
    fn make(r: &mut Rng) -> Self {
        match r.below(3) { 0 => Self::A, 1 => Self::B { content: r.make(), gamma: r.make(), beta: r.make() }, _ => Self::C { content: r.make() }, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", content = "content")]
pub(super) enum S92 { A { #[serde(rename = "@delta")] delta: i32, #[serde(rename = "type_name")] type_name: S13, #[serde(rename = "kindcontent")] content: Option<()> }, B(f32, u128), C { value: Option<Option<Duration>> }, D { alpha: (IpAddr, S66) }, E(Result<Option<()>, Option<Vec<OnlyBytes>>>) }

impl Make for S92 {
    fn make(r: &mut Rng) -> Self {
        match r.below(5) { 0 => Self::A { delta: r.make(), type_name: r.make(), content: r.make() }, 1 => Self::B(r.make(), r.make()), 2 => Self::C { value: r.make() }, 3 => Self::D { alpha: r.make() }, _ => Self::E(r.make()), }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind")]
pub(super) enum S93 { A { value: S91, x1: Tree }, B(S26), C, D }

impl Make for S93 {
    fn make(r: &mut Rng) -> Self {
        match r.below(4) { 0 => Self::A { value: r.make(), x1: r.make() }, 1 => Self::B(r.make()), 2 => Self::C, _ => Self::D, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S94();

impl Make for S94 {
    fn make(_: &mut Rng) -> Self {
        Self()
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub(super) enum S95 { A, B { longer_name: u8 }, C(Option<OnlyBytes>, Vec<Cow<'static, str>>), D { #[serde(flatten)] x1: S3 }, E(Name) }

impl Make for S95 {
    fn make(r: &mut Rng) -> Self {
        match r.below(5) { 0 => Self::A, 1 => Self::B { longer_name: r.make() }, 2 => Self::C(r.make(), r.make()), 3 => Self::D { x1: r.make() }, _ => Self::E(r.make()), }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S96(S35);

impl Make for S96 {
    fn make(r: &mut Rng) -> Self {
        Self(r.make())
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct S97 { pub(super) gamma: Cow<'static, str>, #[serde(flatten)] pub(super) kind: Option<S15>, pub(super) type_name: Bytes, #[serde(flatten)] pub(super) value: S26 }

impl Make for S97 {
    fn make(r: &mut Rng) -> Self {
        Self { gamma: r.make(), kind: r.make(), type_name: r.make(), value: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub(super) enum S98 { A { x1: S91, beta: Bytes }, B, C(Chain), D { alpha: char, kind: () } }

impl Make for S98 {
    fn make(r: &mut Rng) -> Self {
        match r.below(4) { 0 => Self::A { x1: r.make(), beta: r.make() }, 1 => Self::B, 2 => Self::C(r.make()), _ => Self::D { alpha: r.make(), kind: r.make() }, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S99 { #[serde(rename = "kindx1")] pub(super) x1: S44, #[serde(rename = "kindcontent")] pub(super) content: Value }

impl Make for S99 {
    fn make(r: &mut Rng) -> Self {
        Self { x1: r.make(), content: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S100();

impl Make for S100 {
    fn make(_: &mut Rng) -> Self {
        Self()
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", content = "content")]
pub(super) enum S101 { A { content: VecDeque<u8>, #[serde(rename = "typevalue")] value: Name }, B { gamma: Vec<String>, content: [BTreeMap<Color, Option<()>>; 3] }, C(u128) }

impl Make for S101 {
    fn make(r: &mut Rng) -> Self {
        match r.below(3) { 0 => Self::A { content: r.make(), value: r.make() }, 1 => Self::B { gamma: r.make(), content: r.make() }, _ => Self::C(r.make()), }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) enum S102 { A(i64), B, C { #[serde(default, skip_serializing_if = "Option::is_none")] longer_name: Option<Value>, beta: i8 }, D(u16, (S50,)), E { content: u16 } }

impl Make for S102 {
    fn make(r: &mut Rng) -> Self {
        match r.below(5) { 0 => Self::A(r.make()), 1 => Self::B, 2 => Self::C { longer_name: r.make(), beta: r.make() }, 3 => Self::D(r.make(), r.make()), _ => Self::E { content: r.make() }, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S103 { #[serde(flatten)] pub(super) longer_name: S14 }

impl Make for S103 {
    fn make(r: &mut Rng) -> Self {
        Self { longer_name: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub(super) enum S104 { A, B { type_name: i16 }, C(Option<(Color,)>), D(S95) }

impl Make for S104 {
    fn make(r: &mut Rng) -> Self {
        match r.below(4) { 0 => Self::A, 1 => Self::B { type_name: r.make() }, 2 => Self::C(r.make()), _ => Self::D(r.make()), }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) enum S105 { A { beta: [u128; 1] }, B(Cow<'static, str>), C(BTreeSet<i64>, HashSet<String>), D(Unit, HashSet<char>), E(Duration) }

impl Make for S105 {
    fn make(r: &mut Rng) -> Self {
        match r.below(5) { 0 => Self::A { beta: r.make() }, 1 => Self::B(r.make()), 2 => Self::C(r.make(), r.make()), 3 => Self::D(r.make(), r.make()), _ => Self::E(r.make()), }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S106((S27, S7), [Vec<VecDeque<i8>>; 3], Bytes);

impl Make for S106 {
    fn make(r: &mut Rng) -> Self {
        Self(r.make(), r.make(), r.make())
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S107 {}

impl Make for S107 {
    fn make(_: &mut Rng) -> Self {
        Self {}
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) enum S108 { A(Chain, VecDeque<Option<Color>>), B, C((u32,)) }

impl Make for S108 {
    fn make(r: &mut Rng) -> Self {
        match r.below(3) { 0 => Self::A(r.make(), r.make()), 1 => Self::B, _ => Self::C(r.make()), }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type")]
pub(super) enum S109 { A { type_name: Unit, #[serde(rename = "beta")] beta: S6, #[serde(rename = "@kind")] kind: IpAddr } }

impl Make for S109 {
    fn make(r: &mut Rng) -> Self {
        Self::A { type_name: r.make(), beta: r.make(), kind: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S110 { #[serde(rename = "@delta")] pub(super) delta: S26, pub(super) content: Vec<(S46,)>, pub(super) gamma: Duration }

impl Make for S110 {
    fn make(r: &mut Rng) -> Self {
        Self { delta: r.make(), content: r.make(), gamma: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S111(Cow<'static, str>);

impl Make for S111 {
    fn make(r: &mut Rng) -> Self {
        Self(r.make())
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "alpha")]
pub(super) enum S112 { A { type_name: S37 }, B, C(S34), D, E(S76) }

impl Make for S112 {
    fn make(r: &mut Rng) -> Self {
        match r.below(5) { 0 => Self::A { type_name: r.make() }, 1 => Self::B, 2 => Self::C(r.make()), 3 => Self::D, _ => Self::E(r.make()), }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct S113 { x1: Vec<Option<Name>> }

impl Make for S113 {
    fn make(r: &mut Rng) -> Self {
        Self { x1: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct S114 { alpha: Bytes }

impl Make for S114 {
    fn make(r: &mut Rng) -> Self {
        Self { alpha: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type")]
pub(super) enum S115 { A {  } }

impl Make for S115 {
    fn make(_: &mut Rng) -> Self {
        Self::A {  }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) enum S116 { A(S31, f32), B, C }

impl Make for S116 {
    fn make(r: &mut Rng) -> Self {
        match r.below(3) { 0 => Self::A(r.make(), r.make()), 1 => Self::B, _ => Self::C, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S117 {}

impl Make for S117 {
    fn make(_: &mut Rng) -> Self {
        Self {}
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S118 { pub(super) longer_name: i32 }

impl Make for S118 {
    fn make(r: &mut Rng) -> Self {
        Self { longer_name: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S119();

impl Make for S119 {
    fn make(_: &mut Rng) -> Self {
        Self()
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) enum S120 { A((Option<Unit>, VecDeque<Tree>), Option<Option<char>>), B(HashMap<u8, Option<Value>>, i8) }

impl Make for S120 {
    fn make(r: &mut Rng) -> Self {
        match r.below(2) { 0 => Self::A(r.make(), r.make()), _ => Self::B(r.make(), r.make()), }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S121(i128, VecDeque<(BTreeSet<Name>,)>);

impl Make for S121 {
    fn make(r: &mut Rng) -> Self {
        Self(r.make(), r.make())
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S122;

impl Make for S122 {
    fn make(_: &mut Rng) -> Self {
        Self
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct S123 { content: S17 }

impl Make for S123 {
    fn make(r: &mut Rng) -> Self {
        Self { content: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S124 { #[serde(flatten)] pub(super) longer_name: S33, #[serde(flatten)] pub(super) type_name: BTreeMap<String, bool>, pub(super) alpha: S43, pub(super) content: S62 }

impl Make for S124 {
    fn make(r: &mut Rng) -> Self {
        Self { longer_name: r.make(), type_name: r.make(), alpha: r.make(), content: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type")]
pub(super) enum S125 { A { type_name: u8, #[serde(flatten)] value: Option<S7>, #[serde(flatten)] kind: S51 }, B { longer_name: HashSet<String>, content: Chain } }

impl Make for S125 {
    fn make(r: &mut Rng) -> Self {
        match r.below(2) { 0 => Self::A { type_name: r.make(), value: r.make(), kind: r.make() }, _ => Self::B { longer_name: r.make(), content: r.make() }, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind")]
pub(super) enum S126 { A { #[serde(rename = "content")] content: Result<BTreeMap<bool, String>, VecDeque<HashMap<Color, f64>>>, x1: Vec<BTreeMap<Name, Vec<IpAddr>>> }, B { delta: BTreeSet<(u8, u8)>, x1: S104, longer_name: Duration }, C(Box<[HashSet<char>; 0]>) }

impl Make for S126 {
    fn make(r: &mut Rng) -> Self {
        match r.below(3) { 0 => Self::A { content: r.make(), x1: r.make() }, 1 => Self::B { delta: r.make(), x1: r.make(), longer_name: r.make() }, _ => Self::C(r.make()), }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) enum S127 { A(u32, i64), B { value: i32, #[serde(rename = "typegamma")] gamma: i64, delta: i32 } }

impl Make for S127 {
    fn make(r: &mut Rng) -> Self {
        match r.below(2) { 0 => Self::A(r.make(), r.make()), _ => Self::B { value: r.make(), gamma: r.make(), delta: r.make() }, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S128 {}

impl Make for S128 {
    fn make(_: &mut Rng) -> Self {
        Self {}
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "alpha")]
pub(super) enum S129 { A(S57), B { beta: (), delta: Box<S53> } }

impl Make for S129 {
    fn make(r: &mut Rng) -> Self {
        match r.below(2) { 0 => Self::A(r.make()), _ => Self::B { beta: r.make(), delta: r.make() }, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "t", content = "content")]
pub(super) enum S130 { A { x1: i64 }, B, C { type_name: Option<[BTreeMap<bool, u8>; 0]>, value: HashSet<u8>, beta: Chain }, D { beta: (Duration,) }, E { alpha: Color, delta: i64, type_name: S38 } }

impl Make for S130 {
    fn make(r: &mut Rng) -> Self {
        match r.below(5) { 0 => Self::A { x1: r.make() }, 1 => Self::B, 2 => Self::C { type_name: r.make(), value: r.make(), beta: r.make() }, 3 => Self::D { beta: r.make() }, _ => Self::E { alpha: r.make(), delta: r.make(), type_name: r.make() }, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) enum S131 { A([S0; 1], Option<Box<()>>) }

impl Make for S131 {
    fn make(r: &mut Rng) -> Self {
        Self::A(r.make(), r.make())
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S132(());

impl Make for S132 {
    fn make(r: &mut Rng) -> Self {
        Self(r.make())
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S133 { #[serde(flatten)] pub(super) delta: S57, #[serde(rename = "kindcontent", default, skip_serializing_if = "Option::is_none")] pub(super) content: Option<Duration>, pub(super) beta: Duration, pub(super) alpha: BTreeSet<String> }

impl Make for S133 {
    fn make(r: &mut Rng) -> Self {
        Self { delta: r.make(), content: r.make(), beta: r.make(), alpha: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "t", content = "content")]
pub(super) enum S134 { A(HashMap<Name, Option<Option<i32>>>, BTreeSet<Name>), B, C(OnlyBytes), D, E(Bytes) }

impl Make for S134 {
    fn make(r: &mut Rng) -> Self {
        match r.below(5) { 0 => Self::A(r.make(), r.make()), 1 => Self::B, 2 => Self::C(r.make()), 3 => Self::D, _ => Self::E(r.make()), }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) enum S135 { A, B { #[serde(flatten)] alpha: S28 }, C { #[serde(default, skip_serializing_if = "Option::is_none")] gamma: Option<HashMap<IpAddr, Box<char>>>, #[serde(rename = "typedelta")] delta: i128 }, D(Result<u32, Tree>, S94), E }

impl Make for S135 {
    fn make(r: &mut Rng) -> Self {
        match r.below(5) { 0 => Self::A, 1 => Self::B { alpha: r.make() }, 2 => Self::C { gamma: r.make(), delta: r.make() }, 3 => Self::D(r.make(), r.make()), _ => Self::E, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S136 { #[serde(flatten)] pub(super) x1: Option<S21>, #[serde(flatten)] pub(super) longer_name: Option<S103> }

impl Make for S136 {
    fn make(r: &mut Rng) -> Self {
        Self { x1: r.make(), longer_name: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "t", content = "content")]
pub(super) enum S137 { A(S76) }

impl Make for S137 {
    fn make(r: &mut Rng) -> Self {
        Self::A(r.make())
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S138(Vec<S56>);

impl Make for S138 {
    fn make(r: &mut Rng) -> Self {
        Self(r.make())
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct S139 { pub(super) x1: Option<OnlyBytes>, #[serde(flatten)] pub(super) delta: S97 }

impl Make for S139 {
    fn make(r: &mut Rng) -> Self {
        Self { x1: r.make(), delta: r.make() }
    }
}

impl Default for S139 {
    fn default() -> Self {
        Rng::new(7).make()
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S140 {}

impl Make for S140 {
    fn make(_: &mut Rng) -> Self {
        Self {}
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S141 { #[serde(flatten)] pub(super) content: S28, pub(super) alpha: BTreeSet<u128>, #[serde(flatten)] pub(super) longer_name: HashMap<String, S89>, pub(super) value: Tree }

impl Make for S141 {
    fn make(r: &mut Rng) -> Self {
        Self { content: r.make(), alpha: r.make(), longer_name: r.make(), value: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE", untagged)]
pub(super) enum S142 { A(u64, char) }

impl Make for S142 {
    fn make(r: &mut Rng) -> Self {
        Self::A(r.make(), r.make())
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) enum S143 { A { x1: S138, #[serde(default)] gamma: String }, B, C(u32) }

impl Make for S143 {
    fn make(r: &mut Rng) -> Self {
        match r.below(3) { 0 => Self::A { x1: r.make(), gamma: r.make() }, 1 => Self::B, _ => Self::C(r.make()), }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "t", content = "content")]
pub(super) enum S144 { A, B { gamma: Unit }, C, D(Unit), E(i64) }

impl Make for S144 {
    fn make(r: &mut Rng) -> Self {
        match r.below(5) { 0 => Self::A, 1 => Self::B { gamma: r.make() }, 2 => Self::C, 3 => Self::D(r.make()), _ => Self::E(r.make()), }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "type")]
pub(super) enum S145 { A { kind: S86 }, B, C }

impl Make for S145 {
    fn make(r: &mut Rng) -> Self {
        match r.below(3) { 0 => Self::A { kind: r.make() }, 1 => Self::B, _ => Self::C, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S146 { pub(super) alpha: Option<BTreeSet<Option<u8>>>, pub(super) delta: Option<Box<()>> }

impl Make for S146 {
    fn make(r: &mut Rng) -> Self {
        Self { alpha: r.make(), delta: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE", tag = "kind")]
pub(super) enum S147 { A { alpha: (S52, Color), #[serde(skip)] value: HashMap<String, Option<Value>> }, B { x1: Option<Option<u32>>, #[serde(default)] delta: Option<Option<[u16; 1]>> }, C { #[serde(default)] delta: Vec<BTreeSet<u128>> }, D { value: S14, beta: String, content: f64 } }

impl Make for S147 {
    fn make(r: &mut Rng) -> Self {
        match r.below(4) { 0 => Self::A { alpha: r.make(), value: r.make() }, 1 => Self::B { x1: r.make(), delta: r.make() }, 2 => Self::C { delta: r.make() }, _ => Self::D { value: r.make(), beta: r.make(), content: r.make() }, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type")]
pub(super) enum S148 { A(S99), B { content: (BTreeMap<String, Vec<IpAddr>>,) } }

impl Make for S148 {
    fn make(r: &mut Rng) -> Self {
        match r.below(2) { 0 => Self::A(r.make()), _ => Self::B { content: r.make() }, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S149 { pub(super) alpha: HashSet<char>, #[serde(flatten)] pub(super) content: S0, pub(super) delta: f32 }

impl Make for S149 {
    fn make(r: &mut Rng) -> Self {
        Self { alpha: r.make(), content: r.make(), delta: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S150 {}

impl Make for S150 {
    fn make(_: &mut Rng) -> Self {
        Self {}
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S151 { #[serde(rename = "Typex1")] pub(super) x1: Unit, pub(super) gamma: u32, pub(super) content: Box<u16>, pub(super) beta: S80 }

impl Make for S151 {
    fn make(r: &mut Rng) -> Self {
        Self { x1: r.make(), gamma: r.make(), content: r.make(), beta: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type")]
pub(super) enum S152 { A }

impl Make for S152 {
    fn make(_: &mut Rng) -> Self {
        Self::A
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct S153 { pub(super) gamma: S54 }

impl Make for S153 {
    fn make(r: &mut Rng) -> Self {
        Self { gamma: r.make() }
    }
}

impl Default for S153 {
    fn default() -> Self {
        Rng::new(7).make()
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct S154 { content: HashMap<char, u64> }

impl Make for S154 {
    fn make(r: &mut Rng) -> Self {
        Self { content: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S155(IpAddr);

impl Make for S155 {
    fn make(r: &mut Rng) -> Self {
        Self(r.make())
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE", tag = "alpha")]
pub(super) enum S156 { A, B { value: IpAddr, #[serde(default, skip_serializing_if = "Option::is_none")] content: Option<Unit>, beta: i8 }, C, D(Option<Duration>) }

impl Make for S156 {
    fn make(r: &mut Rng) -> Self {
        match r.below(4) { 0 => Self::A, 1 => Self::B { value: r.make(), content: r.make(), beta: r.make() }, 2 => Self::C, _ => Self::D(r.make()), }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", content = "content")]
pub(super) enum S157 { A(S49, BTreeMap<Name, HashMap<Name, i32>>), B(i32, S111), C, D(u32, Bytes), E([[Result<f32, Color>; 0]; 0]) }

impl Make for S157 {
    fn make(r: &mut Rng) -> Self {
        match r.below(5) { 0 => Self::A(r.make(), r.make()), 1 => Self::B(r.make(), r.make()), 2 => Self::C, 3 => Self::D(r.make(), r.make()), _ => Self::E(r.make()), }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", content = "content")]
pub(super) enum S158 { A, B(Box<((), i128)>, Tree), C(Result<[Option<OnlyBytes>; 0], (S127, S138)>, S15) }

impl Make for S158 {
    fn make(r: &mut Rng) -> Self {
        match r.below(3) { 0 => Self::A, 1 => Self::B(r.make(), r.make()), _ => Self::C(r.make(), r.make()), }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct S159 { alpha: S111 }

impl Make for S159 {
    fn make(r: &mut Rng) -> Self {
        Self { alpha: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S160(Option<Option<u32>>, Option<Box<()>>, i64, BTreeMap<IpAddr, Chain>);

impl Make for S160 {
    fn make(r: &mut Rng) -> Self {
        Self(r.make(), r.make(), r.make(), r.make())
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type")]
pub(super) enum S161 { A(S87), B { #[serde(rename = "@x1")] x1: u16, longer_name: BTreeMap<IpAddr, IpAddr>, value: () } }

impl Make for S161 {
    fn make(r: &mut Rng) -> Self {
        match r.below(2) { 0 => Self::A(r.make()), _ => Self::B { x1: r.make(), longer_name: r.make(), value: r.make() }, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "t", content = "content")]
pub(super) enum S162 { A, B(Vec<HashMap<bool, Vec<Color>>>, BTreeSet<char>), C, D, E { #[serde(rename = "value")] value: Value } }

impl Make for S162 {
    fn make(r: &mut Rng) -> Self {
        match r.below(5) { 0 => Self::A, 1 => Self::B(r.make(), r.make()), 2 => Self::C, 3 => Self::D, _ => Self::E { value: r.make() }, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S163(Duration, f32);

impl Make for S163 {
    fn make(r: &mut Rng) -> Self {
        Self(r.make(), r.make())
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", content = "content")]
pub(super) enum S164 { A(Color) }

impl Make for S164 {
    fn make(r: &mut Rng) -> Self {
        Self::A(r.make())
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", content = "content")]
pub(super) enum S165 { A { #[serde(flatten)] delta: S7, #[serde(rename = "kindvalue")] value: i128 }, B { beta: Box<Cow<'static, str>>, kind: bool } }

impl Make for S165 {
    fn make(r: &mut Rng) -> Self {
        match r.below(2) { 0 => Self::A { delta: r.make(), value: r.make() }, _ => Self::B { beta: r.make(), kind: r.make() }, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "alpha")]
pub(super) enum S166 { A }

impl Make for S166 {
    fn make(_: &mut Rng) -> Self {
        Self::A
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S167(BTreeMap<Name, BTreeMap<bool, BTreeSet<Option<u8>>>>, Name);

impl Make for S167 {
    fn make(r: &mut Rng) -> Self {
        Self(r.make(), r.make())
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct S168 { pub(super) beta: String }

impl Make for S168 {
    fn make(r: &mut Rng) -> Self {
        Self { beta: r.make() }
    }
}

impl Default for S168 {
    fn default() -> Self {
        Rng::new(7).make()
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type")]
pub(super) enum S169 { A { delta: Name, value: VecDeque<IpAddr>, longer_name: Duration } }

impl Make for S169 {
    fn make(r: &mut Rng) -> Self {
        Self::A { delta: r.make(), value: r.make(), longer_name: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S170 {}

impl Make for S170 {
    fn make(_: &mut Rng) -> Self {
        Self {}
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S171(S158, IpAddr);

impl Make for S171 {
    fn make(r: &mut Rng) -> Self {
        Self(r.make(), r.make())
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) enum S172 { A(Vec<()>, Duration), B { #[serde(rename = "kindalpha")] alpha: Value }, C }

impl Make for S172 {
    fn make(r: &mut Rng) -> Self {
        match r.below(3) { 0 => Self::A(r.make(), r.make()), 1 => Self::B { alpha: r.make() }, _ => Self::C, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "alpha")]
pub(super) enum S173 { A }

impl Make for S173 {
    fn make(_: &mut Rng) -> Self {
        Self::A
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type")]
pub(super) enum S174 { A, B { #[serde(skip)] gamma: i8, #[serde(flatten)] longer_name: S168 } }

impl Make for S174 {
    fn make(r: &mut Rng) -> Self {
        match r.below(2) { 0 => Self::A, _ => Self::B { gamma: r.make(), longer_name: r.make() }, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type")]
pub(super) enum S175 { A, B { x1: u128 }, C { kind: Option<Option<((), S22)>> }, D { longer_name: [Box<HashSet<(u8, u8)>>; 0], value: Box<u128> }, E(S87) }

impl Make for S175 {
    fn make(r: &mut Rng) -> Self {
        match r.below(5) { 0 => Self::A, 1 => Self::B { x1: r.make() }, 2 => Self::C { kind: r.make() }, 3 => Self::D { longer_name: r.make(), value: r.make() }, _ => Self::E(r.make()), }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S176 { #[serde(flatten)] pub(super) x1: S125, #[serde(flatten)] pub(super) gamma: HashMap<String, S36> }

impl Make for S176 {
    fn make(r: &mut Rng) -> Self {
        Self { x1: r.make(), gamma: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) enum S177 { A { #[serde(default)] type_name: Option<char>, gamma: Chain, alpha: Bytes }, B, C { #[serde(rename = "kindlonger_name")] longer_name: [Chain; 3] }, D(Tree, Bytes), E }

impl Make for S177 {
    fn make(r: &mut Rng) -> Self {
        match r.below(5) { 0 => Self::A { type_name: r.make(), gamma: r.make(), alpha: r.make() }, 1 => Self::B, 2 => Self::C { longer_name: r.make() }, 3 => Self::D(r.make(), r.make()), _ => Self::E, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub(super) struct S178 { pub(super) longer_name: String, pub(super) delta: Name, pub(super) content: Result<Option<u32>, Vec<()>> }

impl Make for S178 {
    fn make(r: &mut Rng) -> Self {
        Self { longer_name: r.make(), delta: r.make(), content: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S179 { pub(super) alpha: Vec<BTreeSet<u8>>, #[serde(rename = "gamma")] pub(super) gamma: [BTreeSet<char>; 1], #[serde(flatten)] pub(super) longer_name: S62, pub(super) content: Unit }

impl Make for S179 {
    fn make(r: &mut Rng) -> Self {
        Self { alpha: r.make(), gamma: r.make(), longer_name: r.make(), content: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S180 { pub(super) alpha: Vec<i64> }

impl Make for S180 {
    fn make(r: &mut Rng) -> Self {
        Self { alpha: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S181 { #[serde(flatten)] pub(super) type_name: S151 }

impl Make for S181 {
    fn make(r: &mut Rng) -> Self {
        Self { type_name: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S182 { pub(super) delta: u8, #[serde(flatten)] pub(super) x1: Option<S136>, pub(super) beta: Unit, pub(super) longer_name: Color }

impl Make for S182 {
    fn make(r: &mut Rng) -> Self {
        Self { delta: r.make(), x1: r.make(), beta: r.make(), longer_name: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", content = "content")]
pub(super) enum S183 { A { content: S152, gamma: Value, beta: S126 }, B { delta: Tree, content: f64 } }

impl Make for S183 {
    fn make(r: &mut Rng) -> Self {
        match r.below(2) { 0 => Self::A { content: r.make(), gamma: r.make(), beta: r.make() }, _ => Self::B { delta: r.make(), content: r.make() }, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S184 { pub(super) kind: Box<Bytes>, #[serde(flatten)] pub(super) delta: Option<S28>, pub(super) gamma: Result<f64, f64> }

impl Make for S184 {
    fn make(r: &mut Rng) -> Self {
        Self { kind: r.make(), delta: r.make(), gamma: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S185 { #[serde(rename = "kindx1")] pub(super) x1: Option<S27>, #[serde(flatten)] pub(super) beta: HashMap<String, S167>, #[serde(flatten)] pub(super) longer_name: S12, pub(super) kind: ((Option<OnlyBytes>, Option<u32>), Result<BTreeMap<IpAddr, f64>, i64>) }

impl Make for S185 {
    fn make(r: &mut Rng) -> Self {
        Self { x1: r.make(), beta: r.make(), longer_name: r.make(), kind: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S186 { pub(super) type_name: [u32; 0], pub(super) content: u16 }

impl Make for S186 {
    fn make(r: &mut Rng) -> Self {
        Self { type_name: r.make(), content: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) enum S187 { A }

impl Make for S187 {
    fn make(_: &mut Rng) -> Self {
        Self::A
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub(super) struct S188 { pub(super) delta: i16, pub(super) kind: Option<Result<S134, Tree>>, pub(super) beta: HashMap<i64, i64>, pub(super) gamma: u16 }

impl Make for S188 {
    fn make(r: &mut Rng) -> Self {
        Self { delta: r.make(), kind: r.make(), beta: r.make(), gamma: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S189((Result<i64, Option<Option<OnlyBytes>>>,), BTreeSet<bool>, u32);

impl Make for S189 {
    fn make(r: &mut Rng) -> Self {
        Self(r.make(), r.make(), r.make())
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S190(Color);

impl Make for S190 {
    fn make(r: &mut Rng) -> Self {
        Self(r.make())
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S191(OnlyBytes);

impl Make for S191 {
    fn make(r: &mut Rng) -> Self {
        Self(r.make())
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum S192 { A { beta: (i128,), #[serde(default)] value: u8 }, B { #[serde(rename = "kindlonger_name")] longer_name: i128 } }

impl Make for S192 {
    fn make(r: &mut Rng) -> Self {
        match r.below(2) { 0 => Self::A { beta: r.make(), value: r.make() }, _ => Self::B { longer_name: r.make() }, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S193(i128);

impl Make for S193 {
    fn make(r: &mut Rng) -> Self {
        Self(r.make())
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct S194 { content: Box<HashMap<char, Vec<Bytes>>> }

impl Make for S194 {
    fn make(r: &mut Rng) -> Self {
        Self { content: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "alpha")]
pub(super) enum S195 { A {  }, B { beta: Option<i16> }, C(S136) }

impl Make for S195 {
    fn make(r: &mut Rng) -> Self {
        match r.below(3) { 0 => Self::A {  }, 1 => Self::B { beta: r.make() }, _ => Self::C(r.make()), }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S196 {}

impl Make for S196 {
    fn make(_: &mut Rng) -> Self {
        Self {}
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct S197 { #[serde(flatten)] pub(super) x1: Option<S51> }

impl Make for S197 {
    fn make(r: &mut Rng) -> Self {
        Self { x1: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S198 { pub(super) beta: Tree }

impl Make for S198 {
    fn make(r: &mut Rng) -> Self {
        Self { beta: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct S199 { #[serde(flatten)] pub(super) x1: Option<S56>, #[serde(skip)] pub(super) gamma: i32, pub(super) beta: VecDeque<HashMap<Color, Color>> }

impl Make for S199 {
    fn make(r: &mut Rng) -> Self {
        Self { x1: r.make(), gamma: r.make(), beta: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S200(f64);

impl Make for S200 {
    fn make(r: &mut Rng) -> Self {
        Self(r.make())
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S201 { pub(super) content: Tree, pub(super) gamma: Result<Unit, BTreeMap<i64, VecDeque<f32>>>, #[serde(flatten)] pub(super) x1: Option<S181>, pub(super) alpha: BTreeSet<bool> }

impl Make for S201 {
    fn make(r: &mut Rng) -> Self {
        Self { content: r.make(), gamma: r.make(), x1: r.make(), alpha: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S202 {}

impl Make for S202 {
    fn make(_: &mut Rng) -> Self {
        Self {}
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub(super) enum S203 { A(Vec<Vec<S129>>, i128), B(u128), C }

impl Make for S203 {
    fn make(r: &mut Rng) -> Self {
        match r.below(3) { 0 => Self::A(r.make(), r.make()), 1 => Self::B(r.make()), _ => Self::C, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) enum S204 { A { type_name: S101, gamma: HashMap<i64, u64> }, B { #[serde(skip)] alpha: i128, delta: [S182; 1] }, C { #[serde(rename = "value")] value: i128 }, D }

impl Make for S204 {
    fn make(r: &mut Rng) -> Self {
        match r.below(4) { 0 => Self::A { type_name: r.make(), gamma: r.make() }, 1 => Self::B { alpha: r.make(), delta: r.make() }, 2 => Self::C { value: r.make() }, _ => Self::D, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind")]
pub(super) enum S205 { A }

impl Make for S205 {
    fn make(_: &mut Rng) -> Self {
        Self::A
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S206();

impl Make for S206 {
    fn make(_: &mut Rng) -> Self {
        Self()
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind")]
pub(super) enum S207 { A { longer_name: S98 }, B { delta: u8, #[serde(default)] value: u16 }, C, D { value: (Option<Tree>,) } }

impl Make for S207 {
    fn make(r: &mut Rng) -> Self {
        match r.below(4) { 0 => Self::A { longer_name: r.make() }, 1 => Self::B { delta: r.make(), value: r.make() }, 2 => Self::C, _ => Self::D { value: r.make() }, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S208 { pub(super) kind: i128, pub(super) gamma: [HashSet<char>; 0], #[serde(flatten)] pub(super) type_name: S43 }

impl Make for S208 {
    fn make(r: &mut Rng) -> Self {
        Self { kind: r.make(), gamma: r.make(), type_name: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S209(HashMap<String, char>, HashMap<String, BTreeSet<u128>>, bool);

impl Make for S209 {
    fn make(r: &mut Rng) -> Self {
        Self(r.make(), r.make(), r.make())
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S210(S136);

impl Make for S210 {
    fn make(r: &mut Rng) -> Self {
        Self(r.make())
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S211 {}

impl Make for S211 {
    fn make(_: &mut Rng) -> Self {
        Self {}
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct S212 { pub(super) x1: u32 }

impl Make for S212 {
    fn make(r: &mut Rng) -> Self {
        Self { x1: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct S213 { kind: BTreeSet<i64> }

impl Make for S213 {
    fn make(r: &mut Rng) -> Self {
        Self { kind: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S214(S66);

impl Make for S214 {
    fn make(r: &mut Rng) -> Self {
        Self(r.make())
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub(super) enum S215 { A, B, C(Option<Box<()>>, Box<Box<Vec<f32>>>), D(Value, BTreeSet<Name>), E }

impl Make for S215 {
    fn make(r: &mut Rng) -> Self {
        match r.below(5) { 0 => Self::A, 1 => Self::B, 2 => Self::C(r.make(), r.make()), 3 => Self::D(r.make(), r.make()), _ => Self::E, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub(super) struct S216 { pub(super) type_name: Option<Box<Box<Chain>>>, pub(super) gamma: (Box<u32>,), #[serde(flatten)] pub(super) delta: S34 }

impl Make for S216 {
    fn make(r: &mut Rng) -> Self {
        Self { type_name: r.make(), gamma: r.make(), delta: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct S217 { pub(super) x1: [Box<HashSet<String>>; 0] }

impl Make for S217 {
    fn make(r: &mut Rng) -> Self {
        Self { x1: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "alpha")]
pub(super) enum S218 { A, B(S56), C(S28) }

impl Make for S218 {
    fn make(r: &mut Rng) -> Self {
        match r.below(3) { 0 => Self::A, 1 => Self::B(r.make()), _ => Self::C(r.make()), }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S219 { pub(super) gamma: IpAddr, #[serde(default, skip_serializing_if = "Option::is_none")] pub(super) alpha: Option<Option<()>>, pub(super) delta: (S200, Option<i16>), #[serde(flatten)] pub(super) type_name: Option<S136> }

impl Make for S219 {
    fn make(r: &mut Rng) -> Self {
        Self { gamma: r.make(), alpha: r.make(), delta: r.make(), type_name: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S220 { #[serde(flatten)] pub(super) longer_name: S111 }

impl Make for S220 {
    fn make(r: &mut Rng) -> Self {
        Self { longer_name: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub(super) struct S221 { pub(super) alpha: BTreeSet<bool>, pub(super) value: S114, pub(super) kind: () }

impl Make for S221 {
    fn make(r: &mut Rng) -> Self {
        Self { alpha: r.make(), value: r.make(), kind: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub(super) enum S222 { A, B }

impl Make for S222 {
    fn make(r: &mut Rng) -> Self {
        match r.below(2) { 0 => Self::A, _ => Self::B, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", content = "content")]
pub(super) enum S223 { A {  }, B, C { value: BTreeSet<Color>, #[serde(rename = "kindx1")] x1: S150, type_name: Name }, D(Value, S191), E(Option<IpAddr>, Vec<Chain>) }

impl Make for S223 {
    fn make(r: &mut Rng) -> Self {
        match r.below(5) { 0 => Self::A {  }, 1 => Self::B, 2 => Self::C { value: r.make(), x1: r.make(), type_name: r.make() }, 3 => Self::D(r.make(), r.make()), _ => Self::E(r.make(), r.make()), }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S224 { #[serde(flatten)] pub(super) gamma: S183 }

impl Make for S224 {
    fn make(r: &mut Rng) -> Self {
        Self { gamma: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S225(i8);

impl Make for S225 {
    fn make(r: &mut Rng) -> Self {
        Self(r.make())
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct S226 { pub(super) gamma: i32, pub(super) type_name: S87 }

impl Make for S226 {
    fn make(r: &mut Rng) -> Self {
        Self { gamma: r.make(), type_name: r.make() }
    }
}

impl Default for S226 {
    fn default() -> Self {
        Rng::new(7).make()
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", content = "content")]
pub(super) enum S227 { A { #[serde(rename = "kindlonger_name")] longer_name: HashMap<Name, String>, kind: Name, #[serde(rename = "@value")] value: (IpAddr, Result<i128, S136>) } }

impl Make for S227 {
    fn make(r: &mut Rng) -> Self {
        Self::A { longer_name: r.make(), kind: r.make(), value: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub(super) enum S228 { A, B(BTreeMap<String, Option<Option<u64>>>, Vec<Option<Option<Unit>>>) }

impl Make for S228 {
    fn make(r: &mut Rng) -> Self {
        match r.below(2) { 0 => Self::A, _ => Self::B(r.make(), r.make()), }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE", tag = "t", content = "content")]
pub(super) enum S229 { A(Chain), B { x1: char, #[serde(flatten)] type_name: Option<S149>, #[serde(flatten)] content: Option<S85> }, C { #[serde(rename = "typex1")] x1: (), value: Unit, beta: Tree } }

impl Make for S229 {
    fn make(r: &mut Rng) -> Self {
        match r.below(3) { 0 => Self::A(r.make()), 1 => Self::B { x1: r.make(), type_name: r.make(), content: r.make() }, _ => Self::C { x1: r.make(), value: r.make(), beta: r.make() }, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S230(f64, Chain, HashSet<char>, Value);

impl Make for S230 {
    fn make(r: &mut Rng) -> Self {
        Self(r.make(), r.make(), r.make(), r.make())
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind")]
pub(super) enum S231 { A, B(S197), C(S141) }

impl Make for S231 {
    fn make(r: &mut Rng) -> Self {
        match r.below(3) { 0 => Self::A, 1 => Self::B(r.make()), _ => Self::C(r.make()), }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub(super) enum S232 { A(i64), B }

impl Make for S232 {
    fn make(r: &mut Rng) -> Self {
        match r.below(2) { 0 => Self::A(r.make()), _ => Self::B, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) enum S233 { A { value: HashMap<(u8, u8), S157> }, B }

impl Make for S233 {
    fn make(r: &mut Rng) -> Self {
        match r.below(2) { 0 => Self::A { value: r.make() }, _ => Self::B, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) enum S234 { A { delta: IpAddr } }

impl Make for S234 {
    fn make(r: &mut Rng) -> Self {
        Self::A { delta: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S235 { #[serde(skip)] pub(super) x1: u64 }

impl Make for S235 {
    fn make(r: &mut Rng) -> Self {
        Self { x1: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum S236 { A(Chain, HashMap<Color, IpAddr>), B { alpha: f64, gamma: String }, C(S116, Vec<u32>), D(S16), E { delta: String, content: Box<Bytes>, kind: u32 } }

impl Make for S236 {
    fn make(r: &mut Rng) -> Self {
        match r.below(5) { 0 => Self::A(r.make(), r.make()), 1 => Self::B { alpha: r.make(), gamma: r.make() }, 2 => Self::C(r.make(), r.make()), 3 => Self::D(r.make()), _ => Self::E { delta: r.make(), content: r.make(), kind: r.make() }, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "t", content = "content")]
pub(super) enum S237 { A, B, C(String), D { kind: Duration }, E }

impl Make for S237 {
    fn make(r: &mut Rng) -> Self {
        match r.below(5) { 0 => Self::A, 1 => Self::B, 2 => Self::C(r.make()), 3 => Self::D { kind: r.make() }, _ => Self::E, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S238 { #[serde(default)] pub(super) delta: u16 }

impl Make for S238 {
    fn make(r: &mut Rng) -> Self {
        Self { delta: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S239 { #[serde(flatten)] pub(super) delta: S188, #[serde(rename = "Typetype_name")] pub(super) type_name: char, pub(super) x1: i64, pub(super) content: u128 }

impl Make for S239 {
    fn make(r: &mut Rng) -> Self {
        Self { delta: r.make(), type_name: r.make(), x1: r.make(), content: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE", untagged)]
pub(super) enum S240 { A { x1: Duration, #[serde(flatten)] kind: S217, gamma: i16 } }

impl Make for S240 {
    fn make(r: &mut Rng) -> Self {
        Self::A { x1: r.make(), kind: r.make(), gamma: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S241;

impl Make for S241 {
    fn make(_: &mut Rng) -> Self {
        Self
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S242 { #[serde(flatten)] pub(super) delta: Option<S2>, #[serde(flatten)] pub(super) beta: BTreeMap<String, Vec<u64>> }

impl Make for S242 {
    fn make(r: &mut Rng) -> Self {
        Self { delta: r.make(), beta: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S243(Vec<u128>, BTreeSet<bool>, Bytes, S109);

impl Make for S243 {
    fn make(r: &mut Rng) -> Self {
        Self(r.make(), r.make(), r.make(), r.make())
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S244(Value, Tree, String, Duration);

impl Make for S244 {
    fn make(r: &mut Rng) -> Self {
        Self(r.make(), r.make(), r.make(), r.make())
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S245(S62, [Option<()>; 0]);

impl Make for S245 {
    fn make(r: &mut Rng) -> Self {
        Self(r.make(), r.make())
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S246 { #[serde(flatten)] pub(super) gamma: S110 }

impl Make for S246 {
    fn make(r: &mut Rng) -> Self {
        Self { gamma: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct S247 { longer_name: BTreeSet<IpAddr> }

impl Make for S247 {
    fn make(r: &mut Rng) -> Self {
        Self { longer_name: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S248(S55, u8, u64, BTreeSet<char>);

impl Make for S248 {
    fn make(r: &mut Rng) -> Self {
        Self(r.make(), r.make(), r.make(), r.make())
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "type")]
pub(super) enum S249 { A { delta: Box<[Option<Duration>; 3]> }, B { x1: Vec<f32>, type_name: i128, delta: S156 }, C { #[serde(flatten)] alpha: S226 }, D(S20), E { alpha: Name } }

impl Make for S249 {
    fn make(r: &mut Rng) -> Self {
        match r.below(5) { 0 => Self::A { delta: r.make() }, 1 => Self::B { x1: r.make(), type_name: r.make(), delta: r.make() }, 2 => Self::C { alpha: r.make() }, 3 => Self::D(r.make()), _ => Self::E { alpha: r.make() }, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S250 { pub(super) longer_name: i32, #[serde(flatten)] pub(super) value: BTreeMap<String, Option<Box<Value>>>, #[serde(flatten)] pub(super) gamma: HashMap<String, BTreeSet<bool>> }

impl Make for S250 {
    fn make(r: &mut Rng) -> Self {
        Self { longer_name: r.make(), value: r.make(), gamma: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S251 { #[serde(flatten)] pub(super) x1: S99 }

impl Make for S251 {
    fn make(r: &mut Rng) -> Self {
        Self { x1: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type")]
pub(super) enum S252 { A(S212), B, C { gamma: f64, alpha: S77, x1: S88 }, D { value: Result<i128, Chain> }, E }

impl Make for S252 {
    fn make(r: &mut Rng) -> Self {
        match r.below(5) { 0 => Self::A(r.make()), 1 => Self::B, 2 => Self::C { gamma: r.make(), alpha: r.make(), x1: r.make() }, 3 => Self::D { value: r.make() }, _ => Self::E, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S253 { pub(super) content: Option<Option<Result<u128, Option<Option<Bytes>>>>>, #[serde(rename = "longer_name")] pub(super) longer_name: VecDeque<BTreeMap<Color, i64>>, pub(super) beta: Unit, pub(super) alpha: String }

impl Make for S253 {
    fn make(r: &mut Rng) -> Self {
        Self { content: r.make(), longer_name: r.make(), beta: r.make(), alpha: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub(super) enum S254 { A(S149) }

impl Make for S254 {
    fn make(r: &mut Rng) -> Self {
        Self::A(r.make())
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct S255 { #[serde(default)] pub(super) x1: i128, #[serde(default)] pub(super) delta: i128, #[serde(flatten)] pub(super) content: HashMap<String, u16> }

impl Make for S255 {
    fn make(r: &mut Rng) -> Self {
        Self { x1: r.make(), delta: r.make(), content: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S256;

impl Make for S256 {
    fn make(_: &mut Rng) -> Self {
        Self
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) enum S257 { A }

impl Make for S257 {
    fn make(_: &mut Rng) -> Self {
        Self::A
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "alpha")]
pub(super) enum S258 { A, B(S208), C { x1: Option<Option<BTreeSet<Color>>>, beta: S245, #[serde(rename = "typelonger_name")] longer_name: ((),) }, D(S26), E { kind: i8, delta: Tree } }

impl Make for S258 {
    fn make(r: &mut Rng) -> Self {
        match r.below(5) { 0 => Self::A, 1 => Self::B(r.make()), 2 => Self::C { x1: r.make(), beta: r.make(), longer_name: r.make() }, 3 => Self::D(r.make()), _ => Self::E { kind: r.make(), delta: r.make() }, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S259(Option<Box<()>>);

impl Make for S259 {
    fn make(r: &mut Rng) -> Self {
        Self(r.make())
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S260(Tree, u16);

impl Make for S260 {
    fn make(r: &mut Rng) -> Self {
        Self(r.make(), r.make())
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S261 { pub(super) content: Result<u32, Result<i16, Chain>>, #[serde(flatten)] pub(super) type_name: Option<S2>, pub(super) kind: S217 }

impl Make for S261 {
    fn make(r: &mut Rng) -> Self {
        Self { content: r.make(), type_name: r.make(), kind: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S262 { pub(super) gamma: OnlyBytes, pub(super) x1: Option<HashSet<Name>>, pub(super) delta: Chain, #[serde(default)] pub(super) type_name: Option<Option<Name>> }

impl Make for S262 {
    fn make(r: &mut Rng) -> Self {
        Self { gamma: r.make(), x1: r.make(), delta: r.make(), type_name: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "alpha")]
pub(super) enum S263 { A { type_name: Cow<'static, str> }, B(S188), C { gamma: Box<Option<Option<S122>>> }, D(S62) }

impl Make for S263 {
    fn make(r: &mut Rng) -> Self {
        match r.below(4) { 0 => Self::A { type_name: r.make() }, 1 => Self::B(r.make()), 2 => Self::C { gamma: r.make() }, _ => Self::D(r.make()), }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S264 { #[serde(rename = "delta")] pub(super) delta: Option<u32>, pub(super) value: i64 }

impl Make for S264 {
    fn make(r: &mut Rng) -> Self {
        Self { delta: r.make(), value: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub(super) struct S265 { #[serde(flatten)] pub(super) gamma: S219, #[serde(rename = "typebeta")] pub(super) beta: Box<u16>, #[serde(flatten)] pub(super) x1: S76, pub(super) type_name: Box<S180> }

impl Make for S265 {
    fn make(r: &mut Rng) -> Self {
        Self { gamma: r.make(), beta: r.make(), x1: r.make(), type_name: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S266;

impl Make for S266 {
    fn make(_: &mut Rng) -> Self {
        Self
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct S267 { pub(super) longer_name: HashMap<char, S16>, pub(super) type_name: S234, #[serde(rename = "kindkind")] pub(super) kind: bool, pub(super) beta: S127 }

impl Make for S267 {
    fn make(r: &mut Rng) -> Self {
        Self { longer_name: r.make(), type_name: r.make(), kind: r.make(), beta: r.make() }
    }
}

impl Default for S267 {
    fn default() -> Self {
        Rng::new(7).make()
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub(super) enum S268 { A { value: i8 }, B { x1: Result<(bool,), Vec<VecDeque<f64>>>, longer_name: S160 }, C { x1: IpAddr, gamma: BTreeMap<Name, Box<char>>, value: BTreeMap<IpAddr, S184> }, D { x1: u8 } }

impl Make for S268 {
    fn make(r: &mut Rng) -> Self {
        match r.below(4) { 0 => Self::A { value: r.make() }, 1 => Self::B { x1: r.make(), longer_name: r.make() }, 2 => Self::C { x1: r.make(), gamma: r.make(), value: r.make() }, _ => Self::D { x1: r.make() }, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", content = "content")]
pub(super) enum S269 { A(BTreeSet<Option<u8>>) }

impl Make for S269 {
    fn make(r: &mut Rng) -> Self {
        Self::A(r.make())
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct S270 { pub(super) delta: BTreeSet<(u8, u8)>, pub(super) type_name: (S118,) }

impl Make for S270 {
    fn make(r: &mut Rng) -> Self {
        Self { delta: r.make(), type_name: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S271(S83);

impl Make for S271 {
    fn make(r: &mut Rng) -> Self {
        Self(r.make())
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub(super) enum S272 { A { #[serde(rename = "@content")] content: Chain, longer_name: HashMap<String, i128> }, B { #[serde(flatten)] kind: Option<S221> }, C(OnlyBytes, i8), D(S12), E { kind: VecDeque<u64>, #[serde(flatten)] x1: Option<S262> } }

impl Make for S272 {
    fn make(r: &mut Rng) -> Self {
        match r.below(5) { 0 => Self::A { content: r.make(), longer_name: r.make() }, 1 => Self::B { kind: r.make() }, 2 => Self::C(r.make(), r.make()), 3 => Self::D(r.make()), _ => Self::E { kind: r.make(), x1: r.make() }, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S273 { pub(super) value: Option<Option<Value>>, pub(super) beta: Option<HashSet<Color>>, pub(super) longer_name: Duration, pub(super) delta: Color }

impl Make for S273 {
    fn make(r: &mut Rng) -> Self {
        Self { value: r.make(), beta: r.make(), longer_name: r.make(), delta: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S274;

impl Make for S274 {
    fn make(_: &mut Rng) -> Self {
        Self
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct S275 { #[serde(flatten)] pub(super) x1: S262, #[serde(flatten)] pub(super) value: Option<S212>, pub(super) delta: S123 }

impl Make for S275 {
    fn make(r: &mut Rng) -> Self {
        Self { x1: r.make(), value: r.make(), delta: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S276 { #[serde(flatten)] pub(super) type_name: S15 }

impl Make for S276 {
    fn make(r: &mut Rng) -> Self {
        Self { type_name: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) enum S277 { A { #[serde(rename = "kindlonger_name")] longer_name: i8, #[serde(default, skip_serializing_if = "Option::is_none")] delta: Option<Box<()>> } }

impl Make for S277 {
    fn make(r: &mut Rng) -> Self {
        Self::A { longer_name: r.make(), delta: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S278 { pub(super) x1: Chain, #[serde(flatten)] pub(super) delta: S220 }

impl Make for S278 {
    fn make(r: &mut Rng) -> Self {
        Self { x1: r.make(), delta: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE", default)]
pub(super) struct S279 { #[serde(flatten)] pub(super) delta: BTreeMap<String, S7>, pub(super) type_name: BTreeMap<(u8, u8), VecDeque<bool>>, pub(super) kind: u32, pub(super) value: Option<Tree> }

impl Make for S279 {
    fn make(r: &mut Rng) -> Self {
        Self { delta: r.make(), type_name: r.make(), kind: r.make(), value: r.make() }
    }
}

impl Default for S279 {
    fn default() -> Self {
        Rng::new(7).make()
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "alpha")]
pub(super) enum S280 { A, B(S184), C { x1: HashMap<Color, Option<()>> }, D(S103), E { #[serde(rename = "@beta", skip)] beta: i128 } }

impl Make for S280 {
    fn make(r: &mut Rng) -> Self {
        match r.below(5) { 0 => Self::A, 1 => Self::B(r.make()), 2 => Self::C { x1: r.make() }, 3 => Self::D(r.make()), _ => Self::E { beta: r.make() }, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind")]
pub(super) enum S281 { A(S110), B(S180), C, D }

impl Make for S281 {
    fn make(r: &mut Rng) -> Self {
        match r.below(4) { 0 => Self::A(r.make()), 1 => Self::B(r.make()), 2 => Self::C, _ => Self::D, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S282(BTreeMap<(u8, u8), S247>, Option<Value>);

impl Make for S282 {
    fn make(r: &mut Rng) -> Self {
        Self(r.make(), r.make())
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) enum S283 { A { #[serde(flatten)] kind: Option<S264>, content: Tree, alpha: i16 } }

impl Make for S283 {
    fn make(r: &mut Rng) -> Self {
        Self::A { kind: r.make(), content: r.make(), alpha: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "t", content = "content")]
pub(super) enum S284 { A(u16), B { alpha: BTreeMap<String, ((),)> } }

impl Make for S284 {
    fn make(r: &mut Rng) -> Self {
        match r.below(2) { 0 => Self::A(r.make()), _ => Self::B { alpha: r.make() }, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub(super) enum S285 { A { value: Box<IpAddr>, gamma: i32, #[serde(rename = "typex1")] x1: S111 }, B([Color; 1], S149), C { x1: Bytes, gamma: u16 }, D(Unit) }

impl Make for S285 {
    fn make(r: &mut Rng) -> Self {
        match r.below(4) { 0 => Self::A { value: r.make(), gamma: r.make(), x1: r.make() }, 1 => Self::B(r.make(), r.make()), 2 => Self::C { x1: r.make(), gamma: r.make() }, _ => Self::D(r.make()), }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", content = "content")]
pub(super) enum S286 { A { longer_name: BTreeSet<Name>, #[serde(rename = "kind")] kind: S224 } }

impl Make for S286 {
    fn make(r: &mut Rng) -> Self {
        Self::A { longer_name: r.make(), kind: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S287 { pub(super) longer_name: Option<Option<BTreeMap<char, u16>>>, pub(super) gamma: BTreeMap<bool, HashSet<u8>>, #[serde(flatten)] pub(super) type_name: S57, pub(super) x1: u16 }

impl Make for S287 {
    fn make(r: &mut Rng) -> Self {
        Self { longer_name: r.make(), gamma: r.make(), type_name: r.make(), x1: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) enum S288 { A { longer_name: Unit, #[serde(skip)] x1: u64 }, B { #[serde(rename = "@alpha")] alpha: Option<Option<char>> } }

impl Make for S288 {
    fn make(r: &mut Rng) -> Self {
        match r.below(2) { 0 => Self::A { longer_name: r.make(), x1: r.make() }, _ => Self::B { alpha: r.make() }, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S289 { pub(super) longer_name: String, #[serde(flatten)] pub(super) kind: BTreeMap<String, u8>, pub(super) beta: HashMap<Option<u8>, S164>, #[serde(flatten)] pub(super) alpha: HashMap<String, i128> }

impl Make for S289 {
    fn make(r: &mut Rng) -> Self {
        Self { longer_name: r.make(), kind: r.make(), beta: r.make(), alpha: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct S290 { pub(super) gamma: Option<Option<BTreeSet<String>>>, #[serde(default, skip_serializing_if = "Option::is_none")] pub(super) longer_name: Option<Vec<[u32; 0]>>, #[serde(flatten)] pub(super) delta: S28 }

impl Make for S290 {
    fn make(r: &mut Rng) -> Self {
        Self { gamma: r.make(), longer_name: r.make(), delta: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S291(i128);

impl Make for S291 {
    fn make(r: &mut Rng) -> Self {
        Self(r.make())
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type")]
pub(super) enum S292 { A(S239), B }

impl Make for S292 {
    fn make(r: &mut Rng) -> Self {
        match r.below(2) { 0 => Self::A(r.make()), _ => Self::B, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) enum S293 { A(Tree), B(Box<f64>), C(Option<Unit>, Value), D }

impl Make for S293 {
    fn make(r: &mut Rng) -> Self {
        match r.below(4) { 0 => Self::A(r.make()), 1 => Self::B(r.make()), 2 => Self::C(r.make(), r.make()), _ => Self::D, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "alpha")]
pub(super) enum S294 { A(S197), B }

impl Make for S294 {
    fn make(r: &mut Rng) -> Self {
        match r.below(2) { 0 => Self::A(r.make()), _ => Self::B, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) enum S295 { A(Color), B(S222), C(S274, HashSet<bool>), D { alpha: BTreeSet<IpAddr> } }

impl Make for S295 {
    fn make(r: &mut Rng) -> Self {
        match r.below(4) { 0 => Self::A(r.make()), 1 => Self::B(r.make()), 2 => Self::C(r.make(), r.make()), _ => Self::D { alpha: r.make() }, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) enum S296 { A(VecDeque<OnlyBytes>, S35), B(Color) }

impl Make for S296 {
    fn make(r: &mut Rng) -> Self {
        match r.below(2) { 0 => Self::A(r.make(), r.make()), _ => Self::B(r.make()), }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S297(BTreeMap<Name, Option<Value>>);

impl Make for S297 {
    fn make(r: &mut Rng) -> Self {
        Self(r.make())
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S298(S86);

impl Make for S298 {
    fn make(r: &mut Rng) -> Self {
        Self(r.make())
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) enum S299 { A(i64, Vec<f32>), B { #[serde(rename = "typex1", default)] x1: String, longer_name: Color, content: S29 }, C { value: (u128,) }, D(i16, String) }

impl Make for S299 {
    fn make(r: &mut Rng) -> Self {
        match r.below(4) { 0 => Self::A(r.make(), r.make()), 1 => Self::B { x1: r.make(), longer_name: r.make(), content: r.make() }, 2 => Self::C { value: r.make() }, _ => Self::D(r.make(), r.make()), }
    }
}
