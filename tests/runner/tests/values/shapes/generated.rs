// Written by generate.py, with seed 20261. The number of times that each form occurs:
//   adjacent: 26
//   array: 39
//   box: 42
//   btree: 27
//   deque: 49
//   double option: 4
//   external: 42
//   flatten any: 24
//   flatten map: 29
//   flatten option struct: 32
//   flatten struct: 19
//   hash: 25
//   hashset: 36
//   internal: 37
//   newtype: 25
//   option: 77
//   option option: 40
//   option unit: 40
//   result: 25
//   set: 46
//   skip: 11
//   skip_serializing_if: 17
//   struct: 96
//   transparent: 17
//   tuple: 58
//   unit: 22
//   untagged: 20
//   vec: 38

use super::support::*;

/// The number of shapes.
pub(super) const COUNT: u32 = 300;

/// The shapes with an attribute that hides a part from the serializer, or with such a shape in them.
pub(super) const HIDING: &[u32] = &[4, 5, 7, 10, 14, 17, 19, 21, 27, 33, 35, 42, 49, 52, 58, 60, 61, 64, 66, 68, 71, 73, 75, 77, 86, 87, 89, 90, 96, 100, 101, 102, 107, 109, 118, 121, 122, 123, 125, 128, 134, 135, 137, 139, 141, 146, 147, 154, 155, 157, 160, 162, 164, 166, 169, 174, 176, 179, 180, 182, 189, 190, 191, 193, 195, 196, 200, 208, 210, 211, 212, 216, 223, 225, 226, 228, 229, 233, 237, 239, 246, 249, 250, 253, 260, 263, 265, 269, 271, 272, 273, 274, 275, 282, 284, 289, 295, 299];

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
pub(super) enum S1 { A {  }, B(OnlyBytes, i16), C, D(Option<Unit>), E { kind: VecDeque<Value> } }

impl Make for S1 {
    fn make(r: &mut Rng) -> Self {
        match r.below(5) { 0 => Self::A {  }, 1 => Self::B(r.make(), r.make()), 2 => Self::C, 3 => Self::D(r.make()), _ => Self::E { kind: r.make() }, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S2();

impl Make for S2 {
    fn make(_: &mut Rng) -> Self {
        Self()
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct S3 { pub(super) x1: Value }

impl Make for S3 {
    fn make(r: &mut Rng) -> Self {
        Self { x1: r.make() }
    }
}

impl Default for S3 {
    fn default() -> Self {
        Rng::new(7).make()
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub(super) enum S4 { A { longer_name: VecDeque<u32>, delta: (Option<Tree>,) }, B { value: Vec<S0>, delta: Option<BTreeMap<i64, S1>> }, C { #[serde(flatten)] delta: HashMap<String, (Box<i128>, S2)> } }

impl Make for S4 {
    fn make(r: &mut Rng) -> Self {
        match r.below(3) { 0 => Self::A { longer_name: r.make(), delta: r.make() }, 1 => Self::B { value: r.make(), delta: r.make() }, _ => Self::C { delta: r.make() }, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) enum S5 { A { #[serde(rename = "Typelonger_name")] longer_name: i64, #[serde(default, with = "double_option", skip_serializing_if = "Option::is_none")] gamma: Option<Option<Value>>, delta: S2 }, B { beta: VecDeque<Duration> } }

impl Make for S5 {
    fn make(r: &mut Rng) -> Self {
        match r.below(2) { 0 => Self::A { longer_name: r.make(), gamma: r.make(), delta: r.make() }, _ => Self::B { beta: r.make() }, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct S6 { gamma: Option<String> }

impl Make for S6 {
    fn make(r: &mut Rng) -> Self {
        Self { gamma: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S7 { pub(super) type_name: Box<bool>, #[serde(flatten)] pub(super) kind: S5, #[serde(rename = "typegamma", skip)] pub(super) gamma: Vec<VecDeque<String>> }

impl Make for S7 {
    fn make(r: &mut Rng) -> Self {
        Self { type_name: r.make(), kind: r.make(), gamma: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) enum S8 { A {  }, B { #[serde(default)] x1: u64 } }

impl Make for S8 {
    fn make(r: &mut Rng) -> Self {
        match r.below(2) { 0 => Self::A {  }, _ => Self::B { x1: r.make() }, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S9(Unit);

impl Make for S9 {
    fn make(r: &mut Rng) -> Self {
        Self(r.make())
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub(super) enum S10 { A {  }, B { content: f64, delta: (Option<()>,) }, C(Tree, u8), D { #[serde(default, skip_serializing_if = "Option::is_none")] kind: Option<i16> }, E }

impl Make for S10 {
    fn make(r: &mut Rng) -> Self {
        match r.below(5) { 0 => Self::A {  }, 1 => Self::B { content: r.make(), delta: r.make() }, 2 => Self::C(r.make(), r.make()), 3 => Self::D { kind: r.make() }, _ => Self::E, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S11(u32);

impl Make for S11 {
    fn make(r: &mut Rng) -> Self {
        Self(r.make())
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) enum S12 { A { kind: S6 } }

impl Make for S12 {
    fn make(r: &mut Rng) -> Self {
        Self::A { kind: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S13(String, Chain, Tree, i8);

impl Make for S13 {
    fn make(r: &mut Rng) -> Self {
        Self(r.make(), r.make(), r.make(), r.make())
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub(super) enum S14 { A(Option<S9>), B { type_name: (Duration,), beta: i8 }, C(Value) }

impl Make for S14 {
    fn make(r: &mut Rng) -> Self {
        match r.below(3) { 0 => Self::A(r.make()), 1 => Self::B { type_name: r.make(), beta: r.make() }, _ => Self::C(r.make()), }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S15 { #[serde(flatten)] pub(super) x1: HashMap<String, Option<Option<i64>>>, #[serde(flatten)] pub(super) beta: BTreeMap<String, [Option<Value>; 3]>, pub(super) delta: i8, #[serde(flatten)] pub(super) content: BTreeMap<String, i8> }

impl Make for S15 {
    fn make(r: &mut Rng) -> Self {
        Self { x1: r.make(), beta: r.make(), delta: r.make(), content: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", content = "content")]
pub(super) enum S16 { A }

impl Make for S16 {
    fn make(_: &mut Rng) -> Self {
        Self::A
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type")]
pub(super) enum S17 { A(i128), B { #[serde(skip)] content: Option<()> }, C(S11), D { #[serde(default, skip_serializing_if = "Option::is_none")] delta: Option<S13>, beta: HashSet<Name>, alpha: u32 }, E { beta: Value, longer_name: S10, #[serde(rename = "@alpha")] alpha: u32 } }

impl Make for S17 {
    fn make(r: &mut Rng) -> Self {
        match r.below(5) { 0 => Self::A(r.make()), 1 => Self::B { content: r.make() }, 2 => Self::C(r.make()), 3 => Self::D { delta: r.make(), beta: r.make(), alpha: r.make() }, _ => Self::E { beta: r.make(), longer_name: r.make(), alpha: r.make() }, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct S18 { gamma: BTreeMap<Option<u8>, u16> }

impl Make for S18 {
    fn make(r: &mut Rng) -> Self {
        Self { gamma: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) enum S19 { A { type_name: u8, #[serde(rename = "content")] content: String }, B { #[serde(default, with = "double_option", skip_serializing_if = "Option::is_none")] x1: Option<Option<S7>>, #[serde(rename = "@gamma")] gamma: Vec<Result<Cow<'static, str>, f64>>, beta: HashSet<String> }, C { #[serde(flatten)] x1: HashMap<String, (u64,)> }, D { #[serde(rename = "gamma")] gamma: Tree, type_name: Option<Option<Option<i64>>> }, E }

impl Make for S19 {
    fn make(r: &mut Rng) -> Self {
        match r.below(5) { 0 => Self::A { type_name: r.make(), content: r.make() }, 1 => Self::B { x1: r.make(), gamma: r.make(), beta: r.make() }, 2 => Self::C { x1: r.make() }, 3 => Self::D { gamma: r.make(), type_name: r.make() }, _ => Self::E, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S20 { #[serde(flatten)] pub(super) alpha: S3, #[serde(rename = "kindtype_name")] pub(super) type_name: i8, pub(super) beta: Option<()>, #[serde(flatten)] pub(super) delta: HashMap<String, Duration> }

impl Make for S20 {
    fn make(r: &mut Rng) -> Self {
        Self { alpha: r.make(), type_name: r.make(), beta: r.make(), delta: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct S21 { pub(super) gamma: S14, pub(super) content: VecDeque<i64>, pub(super) value: Box<u16>, pub(super) beta: VecDeque<Chain> }

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
#[serde(tag = "type", content = "content")]
pub(super) enum S22 { A { gamma: u128 }, B { value: Name, kind: char }, C(String), D, E((S16,), Option<Option<BTreeMap<u128, Tree>>>) }

impl Make for S22 {
    fn make(r: &mut Rng) -> Self {
        match r.below(5) { 0 => Self::A { gamma: r.make() }, 1 => Self::B { value: r.make(), kind: r.make() }, 2 => Self::C(r.make()), 3 => Self::D, _ => Self::E(r.make(), r.make()), }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type")]
pub(super) enum S23 { A { value: i16 }, B(S15) }

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
pub(super) enum S25 { A { type_name: HashMap<Color, f64> }, B(f32), C(Unit) }

impl Make for S25 {
    fn make(r: &mut Rng) -> Self {
        match r.below(3) { 0 => Self::A { type_name: r.make() }, 1 => Self::B(r.make()), _ => Self::C(r.make()), }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct S26 { beta: i16 }

impl Make for S26 {
    fn make(r: &mut Rng) -> Self {
        Self { beta: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind")]
pub(super) enum S27 { A { alpha: HashSet<i64> }, B { x1: HashSet<Color>, content: S7 }, C { alpha: VecDeque<Option<S5>>, beta: Result<OnlyBytes, i32>, #[serde(default, skip_serializing_if = "Option::is_none")] gamma: Option<Option<OnlyBytes>> }, D(S15), E }

impl Make for S27 {
    fn make(r: &mut Rng) -> Self {
        match r.below(5) { 0 => Self::A { alpha: r.make() }, 1 => Self::B { x1: r.make(), content: r.make() }, 2 => Self::C { alpha: r.make(), beta: r.make(), gamma: r.make() }, 3 => Self::D(r.make()), _ => Self::E, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S28 { pub(super) kind: S15, #[serde(flatten)] pub(super) x1: HashMap<String, IpAddr> }

impl Make for S28 {
    fn make(r: &mut Rng) -> Self {
        Self { kind: r.make(), x1: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "t", content = "content")]
pub(super) enum S29 { A(BTreeMap<Name, char>), B, C { type_name: Bytes, value: bool }, D, E { kind: String } }

impl Make for S29 {
    fn make(r: &mut Rng) -> Self {
        match r.below(5) { 0 => Self::A(r.make()), 1 => Self::B, 2 => Self::C { type_name: r.make(), value: r.make() }, 3 => Self::D, _ => Self::E { kind: r.make() }, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S30 { pub(super) x1: Option<Option<Option<Option<(OnlyBytes, bool)>>>> }

impl Make for S30 {
    fn make(r: &mut Rng) -> Self {
        Self { x1: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) enum S31 { A(S2, Option<()>), B((), Duration), C { #[serde(rename = "@type_name")] type_name: i8, content: BTreeMap<String, (Color,)>, alpha: i16 }, D(Bytes, String) }

impl Make for S31 {
    fn make(r: &mut Rng) -> Self {
        match r.below(4) { 0 => Self::A(r.make(), r.make()), 1 => Self::B(r.make(), r.make()), 2 => Self::C { type_name: r.make(), content: r.make(), alpha: r.make() }, _ => Self::D(r.make(), r.make()), }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) enum S32 { A(HashSet<Name>), B(i64), C }

impl Make for S32 {
    fn make(r: &mut Rng) -> Self {
        match r.below(3) { 0 => Self::A(r.make()), 1 => Self::B(r.make()), _ => Self::C, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S33 { pub(super) x1: HashSet<Option<u8>>, #[serde(rename = "Typetype_name")] pub(super) type_name: S4 }

impl Make for S33 {
    fn make(r: &mut Rng) -> Self {
        Self { x1: r.make(), type_name: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum S34 { A(i128), B(char, S30) }

impl Make for S34 {
    fn make(r: &mut Rng) -> Self {
        match r.below(2) { 0 => Self::A(r.make()), _ => Self::B(r.make(), r.make()), }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S35 { pub(super) beta: Box<S6>, #[serde(flatten)] pub(super) gamma: S5, pub(super) type_name: VecDeque<BTreeMap<String, ()>>, #[serde(flatten)] pub(super) value: Option<S15> }

impl Make for S35 {
    fn make(r: &mut Rng) -> Self {
        Self { beta: r.make(), gamma: r.make(), type_name: r.make(), value: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S36 { #[serde(flatten)] pub(super) delta: S26 }

impl Make for S36 {
    fn make(r: &mut Rng) -> Self {
        Self { delta: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct S37 { beta: () }

impl Make for S37 {
    fn make(r: &mut Rng) -> Self {
        Self { beta: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S38(BTreeMap<IpAddr, u32>, BTreeMap<String, Unit>, S28, Cow<'static, str>);

impl Make for S38 {
    fn make(r: &mut Rng) -> Self {
        Self(r.make(), r.make(), r.make(), r.make())
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S39(Bytes);

impl Make for S39 {
    fn make(r: &mut Rng) -> Self {
        Self(r.make())
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", tag = "type", content = "content")]
pub(super) enum S40 { A([[Box<Cow<'static, str>>; 1]; 3]), B { beta: Box<u32>, kind: Box<IpAddr> }, C(HashMap<char, Vec<String>>, OnlyBytes), D { value: f64, delta: Duration }, E }

impl Make for S40 {
    fn make(r: &mut Rng) -> Self {
        match r.below(5) { 0 => Self::A(r.make()), 1 => Self::B { beta: r.make(), kind: r.make() }, 2 => Self::C(r.make(), r.make()), 3 => Self::D { value: r.make(), delta: r.make() }, _ => Self::E, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S41 { pub(super) alpha: S24, pub(super) value: i16, #[serde(default)] pub(super) content: i64 }

impl Make for S41 {
    fn make(r: &mut Rng) -> Self {
        Self { alpha: r.make(), value: r.make(), content: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "type")]
pub(super) enum S42 { A, B, C(S21), D }

impl Make for S42 {
    fn make(r: &mut Rng) -> Self {
        match r.below(4) { 0 => Self::A, 1 => Self::B, 2 => Self::C(r.make()), _ => Self::D, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) enum S43 { A, B(Chain, Option<u64>), C { beta: i16, kind: f64 } }

impl Make for S43 {
    fn make(r: &mut Rng) -> Self {
        match r.below(3) { 0 => Self::A, 1 => Self::B(r.make(), r.make()), _ => Self::C { beta: r.make(), kind: r.make() }, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) enum S44 { A }

impl Make for S44 {
    fn make(_: &mut Rng) -> Self {
        Self::A
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S45 { #[serde(flatten)] pub(super) gamma: BTreeMap<String, [HashMap<u128, u8>; 1]> }

impl Make for S45 {
    fn make(r: &mut Rng) -> Self {
        Self { gamma: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S46 { pub(super) type_name: BTreeSet<IpAddr> }

impl Make for S46 {
    fn make(r: &mut Rng) -> Self {
        Self { type_name: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S47();

impl Make for S47 {
    fn make(_: &mut Rng) -> Self {
        Self()
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub(super) enum S48 { A { value: S29 }, B { beta: (OnlyBytes, i16) }, C(Option<Option<i8>>), D }

impl Make for S48 {
    fn make(r: &mut Rng) -> Self {
        match r.below(4) { 0 => Self::A { value: r.make() }, 1 => Self::B { beta: r.make() }, 2 => Self::C(r.make()), _ => Self::D, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind")]
pub(super) enum S49 { A, B(S7), C(S28), D { beta: OnlyBytes, #[serde(rename = "longer_name")] longer_name: Option<Cow<'static, str>> } }

impl Make for S49 {
    fn make(r: &mut Rng) -> Self {
        match r.below(4) { 0 => Self::A, 1 => Self::B(r.make()), 2 => Self::C(r.make()), _ => Self::D { beta: r.make(), longer_name: r.make() }, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S50 { pub(super) gamma: Option<Option<f64>>, #[serde(flatten)] pub(super) value: BTreeMap<String, Option<()>> }

impl Make for S50 {
    fn make(r: &mut Rng) -> Self {
        Self { gamma: r.make(), value: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct S51 { #[serde(flatten)] pub(super) x1: BTreeMap<String, S18>, #[serde(flatten)] pub(super) kind: S29, #[serde(flatten)] pub(super) type_name: S44 }

impl Make for S51 {
    fn make(r: &mut Rng) -> Self {
        Self { x1: r.make(), kind: r.make(), type_name: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type")]
pub(super) enum S52 { A, B { value: Vec<S49>, kind: Cow<'static, str> }, C { gamma: Option<Option<Tree>>, content: S14, x1: Result<Option<Unit>, u128> }, D { x1: Box<Value>, alpha: Duration } }

impl Make for S52 {
    fn make(r: &mut Rng) -> Self {
        match r.below(4) { 0 => Self::A, 1 => Self::B { value: r.make(), kind: r.make() }, 2 => Self::C { gamma: r.make(), content: r.make(), x1: r.make() }, _ => Self::D { x1: r.make(), alpha: r.make() }, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct S53 { #[serde(flatten)] pub(super) longer_name: HashMap<String, Option<char>>, pub(super) content: HashSet<bool> }

impl Make for S53 {
    fn make(r: &mut Rng) -> Self {
        Self { longer_name: r.make(), content: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) enum S54 { A(S31, BTreeSet<String>) }

impl Make for S54 {
    fn make(r: &mut Rng) -> Self {
        Self::A(r.make(), r.make())
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S55 { pub(super) alpha: i8 }

impl Make for S55 {
    fn make(r: &mut Rng) -> Self {
        Self { alpha: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct S56 { value: Option<HashSet<(u8, u8)>> }

impl Make for S56 {
    fn make(r: &mut Rng) -> Self {
        Self { value: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct S57 { beta: char }

impl Make for S57 {
    fn make(r: &mut Rng) -> Self {
        Self { beta: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) enum S58 { A { #[serde(default)] kind: u16, #[serde(default)] value: Option<Option<u32>>, beta: S19 }, B { beta: IpAddr }, C(BTreeMap<Name, [Box<String>; 3]>, BTreeSet<String>), D }

impl Make for S58 {
    fn make(r: &mut Rng) -> Self {
        match r.below(4) { 0 => Self::A { kind: r.make(), value: r.make(), beta: r.make() }, 1 => Self::B { beta: r.make() }, 2 => Self::C(r.make(), r.make()), _ => Self::D, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct S59 { pub(super) alpha: f32 }

impl Make for S59 {
    fn make(r: &mut Rng) -> Self {
        Self { alpha: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S60 { pub(super) type_name: S17, pub(super) x1: S31 }

impl Make for S60 {
    fn make(r: &mut Rng) -> Self {
        Self { type_name: r.make(), x1: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub(super) struct S61 { pub(super) content: BTreeSet<bool>, #[serde(flatten)] pub(super) value: BTreeMap<String, Name>, #[serde(default, skip_serializing_if = "Option::is_none")] pub(super) beta: Option<()>, #[serde(flatten)] pub(super) delta: S52 }

impl Make for S61 {
    fn make(r: &mut Rng) -> Self {
        Self { content: r.make(), value: r.make(), beta: r.make(), delta: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct S62 { gamma: VecDeque<BTreeSet<IpAddr>> }

impl Make for S62 {
    fn make(r: &mut Rng) -> Self {
        Self { gamma: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) enum S63 { A(BTreeSet<u8>), B { delta: i16, gamma: S22, kind: i8 }, C { #[serde(default, skip_serializing_if = "Option::is_none")] value: Option<Unit> }, D, E(VecDeque<i16>, HashSet<Color>) }

impl Make for S63 {
    fn make(r: &mut Rng) -> Self {
        match r.below(5) { 0 => Self::A(r.make()), 1 => Self::B { delta: r.make(), gamma: r.make(), kind: r.make() }, 2 => Self::C { value: r.make() }, 3 => Self::D, _ => Self::E(r.make(), r.make()), }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S64 { #[serde(flatten)] pub(super) alpha: S33, pub(super) content: S8, #[serde(flatten)] pub(super) x1: S28 }

impl Make for S64 {
    fn make(r: &mut Rng) -> Self {
        Self { alpha: r.make(), content: r.make(), x1: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S65 { pub(super) content: BTreeSet<Option<u8>>, #[serde(flatten)] pub(super) beta: BTreeMap<String, S26>, pub(super) type_name: char }

impl Make for S65 {
    fn make(r: &mut Rng) -> Self {
        Self { content: r.make(), beta: r.make(), type_name: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub(super) enum S66 { A { content: bool, #[serde(rename = "@beta", default, skip_serializing_if = "Option::is_none")] beta: Option<()> } }

impl Make for S66 {
    fn make(r: &mut Rng) -> Self {
        Self::A { content: r.make(), beta: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", content = "content")]
pub(super) enum S67 { A(S53) }

impl Make for S67 {
    fn make(r: &mut Rng) -> Self {
        Self::A(r.make())
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE", untagged)]
pub(super) enum S68 { A { x1: Tree, delta: Bytes, type_name: bool }, B, C { delta: VecDeque<Cow<'static, str>> }, D { beta: S0, #[serde(rename = "typex1")] x1: HashMap<Option<u8>, u8>, content: Tree } }

impl Make for S68 {
    fn make(r: &mut Rng) -> Self {
        match r.below(4) { 0 => Self::A { x1: r.make(), delta: r.make(), type_name: r.make() }, 1 => Self::B, 2 => Self::C { delta: r.make() }, _ => Self::D { beta: r.make(), x1: r.make(), content: r.make() }, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "alpha")]
pub(super) enum S69 { A, B, C { x1: IpAddr }, D, E }

impl Make for S69 {
    fn make(r: &mut Rng) -> Self {
        match r.below(5) { 0 => Self::A, 1 => Self::B, 2 => Self::C { x1: r.make() }, 3 => Self::D, _ => Self::E, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", content = "content")]
pub(super) enum S70 { A(Option<(Unit,)>) }

impl Make for S70 {
    fn make(r: &mut Rng) -> Self {
        Self::A(r.make())
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "alpha")]
pub(super) enum S71 { A { value: i8 }, B, C, D(S33) }

impl Make for S71 {
    fn make(r: &mut Rng) -> Self {
        match r.below(4) { 0 => Self::A { value: r.make() }, 1 => Self::B, 2 => Self::C, _ => Self::D(r.make()), }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "t", content = "content")]
pub(super) enum S72 { A, B(Unit), C { delta: Unit } }

impl Make for S72 {
    fn make(r: &mut Rng) -> Self {
        match r.below(3) { 0 => Self::A, 1 => Self::B(r.make()), _ => Self::C { delta: r.make() }, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct S73 { #[serde(flatten)] pub(super) value: Option<S33>, pub(super) delta: Chain }

impl Make for S73 {
    fn make(r: &mut Rng) -> Self {
        Self { value: r.make(), delta: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S74(BTreeSet<String>, Option<Vec<Cow<'static, str>>>, Name, i8);

impl Make for S74 {
    fn make(r: &mut Rng) -> Self {
        Self(r.make(), r.make(), r.make(), r.make())
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", content = "content")]
pub(super) enum S75 { A(Tree), B { content: OnlyBytes, beta: HashSet<Name> }, C { #[serde(rename = "typex1")] x1: OnlyBytes, alpha: S33, #[serde(rename = "kindtype_name")] type_name: u32 }, D(S67) }

impl Make for S75 {
    fn make(r: &mut Rng) -> Self {
        match r.below(4) { 0 => Self::A(r.make()), 1 => Self::B { content: r.make(), beta: r.make() }, 2 => Self::C { x1: r.make(), alpha: r.make(), type_name: r.make() }, _ => Self::D(r.make()), }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct S76 { #[serde(flatten)] pub(super) kind: S50 }

impl Make for S76 {
    fn make(r: &mut Rng) -> Self {
        Self { kind: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) enum S77 { A { type_name: S12, beta: S49, alpha: u8 }, B, C { x1: IpAddr, kind: char }, D(Duration) }

impl Make for S77 {
    fn make(r: &mut Rng) -> Self {
        match r.below(4) { 0 => Self::A { type_name: r.make(), beta: r.make(), alpha: r.make() }, 1 => Self::B, 2 => Self::C { x1: r.make(), kind: r.make() }, _ => Self::D(r.make()), }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "t", content = "content")]
pub(super) enum S78 { A(Option<Option<u32>>, Duration), B { x1: BTreeSet<IpAddr>, #[serde(rename = "@beta")] beta: S28 }, C, D(i8), E(char) }

impl Make for S78 {
    fn make(r: &mut Rng) -> Self {
        match r.below(5) { 0 => Self::A(r.make(), r.make()), 1 => Self::B { x1: r.make(), beta: r.make() }, 2 => Self::C, 3 => Self::D(r.make()), _ => Self::E(r.make()), }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind")]
pub(super) enum S79 { A(S41), B { gamma: i8, type_name: (Box<i16>,) } }

impl Make for S79 {
    fn make(r: &mut Rng) -> Self {
        match r.below(2) { 0 => Self::A(r.make()), _ => Self::B { gamma: r.make(), type_name: r.make() }, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S80(BTreeMap<i64, BTreeMap<Option<u8>, IpAddr>>, HashSet<u8>, (), Option<()>);

impl Make for S80 {
    fn make(r: &mut Rng) -> Self {
        Self(r.make(), r.make(), r.make(), r.make())
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct S81 { type_name: i8 }

impl Make for S81 {
    fn make(r: &mut Rng) -> Self {
        Self { type_name: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S82 { #[serde(flatten)] pub(super) value: BTreeMap<String, Value>, pub(super) gamma: IpAddr, #[serde(flatten)] pub(super) longer_name: S76, pub(super) alpha: [S38; 0] }

impl Make for S82 {
    fn make(r: &mut Rng) -> Self {
        Self { value: r.make(), gamma: r.make(), longer_name: r.make(), alpha: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S83 { pub(super) value: u32, #[serde(flatten)] pub(super) longer_name: S53, pub(super) x1: bool, pub(super) content: [bool; 0] }

impl Make for S83 {
    fn make(r: &mut Rng) -> Self {
        Self { value: r.make(), longer_name: r.make(), x1: r.make(), content: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct S84 { pub(super) delta: Color }

impl Make for S84 {
    fn make(r: &mut Rng) -> Self {
        Self { delta: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S85 { pub(super) x1: IpAddr }

impl Make for S85 {
    fn make(r: &mut Rng) -> Self {
        Self { x1: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S86 { pub(super) x1: S8, #[serde(default, skip_serializing_if = "Option::is_none")] pub(super) type_name: Option<HashMap<Option<u8>, Cow<'static, str>>>, #[serde(default, skip_serializing_if = "Option::is_none")] pub(super) beta: Option<S68>, pub(super) content: BTreeSet<bool> }

impl Make for S86 {
    fn make(r: &mut Rng) -> Self {
        Self { x1: r.make(), type_name: r.make(), beta: r.make(), content: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "t", content = "content")]
pub(super) enum S87 { A { type_name: IpAddr, x1: S38 }, B { content: i8, type_name: Vec<Box<Unit>> }, C { #[serde(flatten)] alpha: Option<S7>, delta: (Chain, u8) }, D { x1: f32, gamma: u64 } }

impl Make for S87 {
    fn make(r: &mut Rng) -> Self {
        match r.below(4) { 0 => Self::A { type_name: r.make(), x1: r.make() }, 1 => Self::B { content: r.make(), type_name: r.make() }, 2 => Self::C { alpha: r.make(), delta: r.make() }, _ => Self::D { x1: r.make(), gamma: r.make() }, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S88(OnlyBytes);

impl Make for S88 {
    fn make(r: &mut Rng) -> Self {
        Self(r.make())
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub(super) struct S89 { #[serde(flatten)] pub(super) gamma: HashMap<String, [i64; 3]>, #[serde(flatten)] pub(super) kind: S45, #[serde(flatten)] pub(super) beta: Option<S60> }

impl Make for S89 {
    fn make(r: &mut Rng) -> Self {
        Self { gamma: r.make(), kind: r.make(), beta: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S90 { #[serde(flatten)] pub(super) delta: S61, #[serde(flatten)] pub(super) x1: S1 }

impl Make for S90 {
    fn make(r: &mut Rng) -> Self {
        Self { delta: r.make(), x1: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", content = "content")]
pub(super) enum S91 { A { beta: Vec<Option<u16>>, x1: S48, gamma: VecDeque<i128> }, B { value: u128, alpha: ([Option<Option<u128>>; 1],) } }

impl Make for S91 {
    fn make(r: &mut Rng) -> Self {
        match r.below(2) { 0 => Self::A { beta: r.make(), x1: r.make(), gamma: r.make() }, _ => Self::B { value: r.make(), alpha: r.make() }, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S92(VecDeque<Cow<'static, str>>);

impl Make for S92 {
    fn make(r: &mut Rng) -> Self {
        Self(r.make())
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S93(Option<Option<Unit>>, Color, BTreeSet<char>);

impl Make for S93 {
    fn make(r: &mut Rng) -> Self {
        Self(r.make(), r.make(), r.make())
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct S94 { #[serde(flatten)] pub(super) kind: HashMap<String, u128>, pub(super) alpha: [u32; 0], #[serde(flatten)] pub(super) value: BTreeMap<String, Chain>, pub(super) content: Value }

impl Make for S94 {
    fn make(r: &mut Rng) -> Self {
        Self { kind: r.make(), alpha: r.make(), value: r.make(), content: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) enum S95 { A { #[serde(flatten)] content: Option<S30>, gamma: HashSet<Option<u8>>, #[serde(flatten)] longer_name: S13 }, B(Option<()>, Unit) }

impl Make for S95 {
    fn make(r: &mut Rng) -> Self {
        match r.below(2) { 0 => Self::A { content: r.make(), gamma: r.make(), longer_name: r.make() }, _ => Self::B(r.make(), r.make()), }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub(super) enum S96 { A(S46), B { content: i128, type_name: HashMap<IpAddr, BTreeSet<Name>>, beta: u8 }, C { x1: Chain } }

impl Make for S96 {
    fn make(r: &mut Rng) -> Self {
        match r.below(3) { 0 => Self::A(r.make()), 1 => Self::B { content: r.make(), type_name: r.make(), beta: r.make() }, _ => Self::C { x1: r.make() }, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S97(S85);

impl Make for S97 {
    fn make(r: &mut Rng) -> Self {
        Self(r.make())
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub(super) struct S98 { pub(super) type_name: Chain, #[serde(default)] pub(super) gamma: Option<S2>, pub(super) kind: i32 }

impl Make for S98 {
    fn make(r: &mut Rng) -> Self {
        Self { type_name: r.make(), gamma: r.make(), kind: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind")]
pub(super) enum S99 { A, B { longer_name: u8 }, C {  }, D(S46), E(S55) }

impl Make for S99 {
    fn make(r: &mut Rng) -> Self {
        match r.below(5) { 0 => Self::A, 1 => Self::B { longer_name: r.make() }, 2 => Self::C {  }, 3 => Self::D(r.make()), _ => Self::E(r.make()), }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S100 { pub(super) alpha: S49 }

impl Make for S100 {
    fn make(r: &mut Rng) -> Self {
        Self { alpha: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S101 { pub(super) gamma: Cow<'static, str>, #[serde(flatten)] pub(super) kind: Option<S33>, pub(super) type_name: Bytes, #[serde(flatten)] pub(super) value: S25 }

impl Make for S101 {
    fn make(r: &mut Rng) -> Self {
        Self { gamma: r.make(), kind: r.make(), type_name: r.make(), value: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind")]
pub(super) enum S102 { A {  }, B, C(S64) }

impl Make for S102 {
    fn make(r: &mut Rng) -> Self {
        match r.below(3) { 0 => Self::A {  }, 1 => Self::B, _ => Self::C(r.make()), }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S103(i128);

impl Make for S103 {
    fn make(r: &mut Rng) -> Self {
        Self(r.make())
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "alpha")]
pub(super) enum S104 { A(S45), B { beta: (String,) } }

impl Make for S104 {
    fn make(r: &mut Rng) -> Self {
        match r.below(2) { 0 => Self::A(r.make()), _ => Self::B { beta: r.make() }, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S105(i32);

impl Make for S105 {
    fn make(r: &mut Rng) -> Self {
        Self(r.make())
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) enum S106 { A(Tree, char), B, C { kind: S69, content: i16 } }

impl Make for S106 {
    fn make(r: &mut Rng) -> Self {
        match r.below(3) { 0 => Self::A(r.make(), r.make()), 1 => Self::B, _ => Self::C { kind: r.make(), content: r.make() }, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S107 { #[serde(flatten)] pub(super) longer_name: Option<S64> }

impl Make for S107 {
    fn make(r: &mut Rng) -> Self {
        Self { longer_name: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S108(Vec<VecDeque<u64>>, HashSet<String>, Box<()>, Option<Unit>);

impl Make for S108 {
    fn make(r: &mut Rng) -> Self {
        Self(r.make(), r.make(), r.make(), r.make())
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S109 { #[serde(flatten)] pub(super) kind: Option<S36>, #[serde(flatten)] pub(super) alpha: Option<S28>, #[serde(flatten)] pub(super) delta: S7, #[serde(flatten)] pub(super) content: HashMap<String, VecDeque<Option<Bytes>>> }

impl Make for S109 {
    fn make(r: &mut Rng) -> Self {
        Self { kind: r.make(), alpha: r.make(), delta: r.make(), content: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) enum S110 { A, B, C { alpha: IpAddr, type_name: Box<Option<Option<u64>>>, value: char }, D { type_name: i16 } }

impl Make for S110 {
    fn make(r: &mut Rng) -> Self {
        match r.below(4) { 0 => Self::A, 1 => Self::B, 2 => Self::C { alpha: r.make(), type_name: r.make(), value: r.make() }, _ => Self::D { type_name: r.make() }, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S111 { pub(super) type_name: String }

impl Make for S111 {
    fn make(r: &mut Rng) -> Self {
        Self { type_name: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) enum S112 { A(Duration, Result<Cow<'static, str>, Color>), B { #[serde(flatten)] value: Option<S3> } }

impl Make for S112 {
    fn make(r: &mut Rng) -> Self {
        match r.below(2) { 0 => Self::A(r.make(), r.make()), _ => Self::B { value: r.make() }, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) enum S113 { A(BTreeSet<i64>, HashSet<String>), B(Unit, HashSet<char>), C(Duration), D { x1: String, delta: Bytes }, E(Duration) }

impl Make for S113 {
    fn make(r: &mut Rng) -> Self {
        match r.below(5) { 0 => Self::A(r.make(), r.make()), 1 => Self::B(r.make(), r.make()), 2 => Self::C(r.make()), 3 => Self::D { x1: r.make(), delta: r.make() }, _ => Self::E(r.make()), }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S114;

impl Make for S114 {
    fn make(_: &mut Rng) -> Self {
        Self
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S115 {}

impl Make for S115 {
    fn make(_: &mut Rng) -> Self {
        Self {}
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S116 {}

impl Make for S116 {
    fn make(_: &mut Rng) -> Self {
        Self {}
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) enum S117 { A(Chain, VecDeque<Option<Color>>), B, C((u32,)) }

impl Make for S117 {
    fn make(r: &mut Rng) -> Self {
        match r.below(3) { 0 => Self::A(r.make(), r.make()), 1 => Self::B, _ => Self::C(r.make()), }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) enum S118 { A, B { type_name: Unit, #[serde(rename = "beta")] beta: S5, #[serde(rename = "@kind")] kind: IpAddr } }

impl Make for S118 {
    fn make(r: &mut Rng) -> Self {
        match r.below(2) { 0 => Self::A, _ => Self::B { type_name: r.make(), beta: r.make(), kind: r.make() }, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S119 { #[serde(rename = "@delta")] pub(super) delta: S25, pub(super) content: Vec<(S44,)>, pub(super) gamma: Duration }

impl Make for S119 {
    fn make(r: &mut Rng) -> Self {
        Self { delta: r.make(), content: r.make(), gamma: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S120(Cow<'static, str>);

impl Make for S120 {
    fn make(r: &mut Rng) -> Self {
        Self(r.make())
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", content = "content")]
pub(super) enum S121 { A { alpha: BTreeSet<(u8, u8)>, type_name: S35 }, B(S76, Option<()>), C(BTreeSet<Color>), D(Vec<Option<Name>>, Value), E }

impl Make for S121 {
    fn make(r: &mut Rng) -> Self {
        match r.below(5) { 0 => Self::A { alpha: r.make(), type_name: r.make() }, 1 => Self::B(r.make(), r.make()), 2 => Self::C(r.make()), 3 => Self::D(r.make(), r.make()), _ => Self::E, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE", default)]
pub(super) struct S122 { #[serde(flatten)] pub(super) alpha: Option<S60>, #[serde(rename = "Typebeta")] pub(super) beta: Unit }

impl Make for S122 {
    fn make(r: &mut Rng) -> Self {
        Self { alpha: r.make(), beta: r.make() }
    }
}

impl Default for S122 {
    fn default() -> Self {
        Rng::new(7).make()
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub(super) enum S123 { A { #[serde(default)] longer_name: u32, alpha: OnlyBytes }, B(Name) }

impl Make for S123 {
    fn make(r: &mut Rng) -> Self {
        match r.below(2) { 0 => Self::A { longer_name: r.make(), alpha: r.make() }, _ => Self::B(r.make()), }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S124 { #[serde(rename = "value")] pub(super) value: Chain, #[serde(flatten)] pub(super) alpha: BTreeMap<String, i128>, pub(super) gamma: VecDeque<(BTreeSet<Name>,)> }

impl Make for S124 {
    fn make(r: &mut Rng) -> Self {
        Self { value: r.make(), alpha: r.make(), gamma: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub(super) enum S125 { A(VecDeque<Cow<'static, str>>, HashMap<Option<u8>, S29>), B { delta: Option<()> }, C, D(Duration) }

impl Make for S125 {
    fn make(r: &mut Rng) -> Self {
        match r.below(4) { 0 => Self::A(r.make(), r.make()), 1 => Self::B { delta: r.make() }, 2 => Self::C, _ => Self::D(r.make()), }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct S126 { x1: Chain }

impl Make for S126 {
    fn make(r: &mut Rng) -> Self {
        Self { x1: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S127 { #[serde(default, with = "double_option", skip_serializing_if = "Option::is_none")] pub(super) alpha: Option<Option<Vec<Vec<Tree>>>>, pub(super) type_name: char }

impl Make for S127 {
    fn make(r: &mut Rng) -> Self {
        Self { alpha: r.make(), type_name: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub(super) enum S128 { A { #[serde(rename = "Typelonger_name")] longer_name: i64 } }

impl Make for S128 {
    fn make(r: &mut Rng) -> Self {
        Self::A { longer_name: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S129 {}

impl Make for S129 {
    fn make(_: &mut Rng) -> Self {
        Self {}
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) enum S130 { A { beta: u16, value: Color, longer_name: Option<()> } }

impl Make for S130 {
    fn make(r: &mut Rng) -> Self {
        Self::A { beta: r.make(), value: r.make(), longer_name: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "t", content = "content")]
pub(super) enum S131 { A { alpha: Option<Value> } }

impl Make for S131 {
    fn make(r: &mut Rng) -> Self {
        Self::A { alpha: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S132 { #[serde(flatten)] pub(super) longer_name: BTreeMap<String, BTreeSet<(u8, u8)>> }

impl Make for S132 {
    fn make(r: &mut Rng) -> Self {
        Self { longer_name: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "alpha")]
pub(super) enum S133 { A(S41), B(S51), C { delta: Option<VecDeque<Result<char, Name>>>, #[serde(rename = "Typevalue")] value: Option<Option<S31>>, beta: Name }, D { value: Option<i32>, content: BTreeSet<Name>, beta: Name } }

impl Make for S133 {
    fn make(r: &mut Rng) -> Self {
        match r.below(4) { 0 => Self::A(r.make()), 1 => Self::B(r.make()), 2 => Self::C { delta: r.make(), value: r.make(), beta: r.make() }, _ => Self::D { value: r.make(), content: r.make(), beta: r.make() }, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE", untagged)]
pub(super) enum S134 { A, B(()), C { delta: [Option<IpAddr>; 0] } }

impl Make for S134 {
    fn make(r: &mut Rng) -> Self {
        match r.below(3) { 0 => Self::A, 1 => Self::B(r.make()), _ => Self::C { delta: r.make() }, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "t", content = "content")]
pub(super) enum S135 { A, B { longer_name: IpAddr }, C { type_name: Option<[BTreeMap<bool, u8>; 0]>, value: HashSet<u8>, beta: Chain }, D { beta: ((char, BTreeMap<u128, i32>), Box<S21>) } }

impl Make for S135 {
    fn make(r: &mut Rng) -> Self {
        match r.below(4) { 0 => Self::A, 1 => Self::B { longer_name: r.make() }, 2 => Self::C { type_name: r.make(), value: r.make(), beta: r.make() }, _ => Self::D { beta: r.make() }, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct S136 { longer_name: S120 }

impl Make for S136 {
    fn make(r: &mut Rng) -> Self {
        Self { longer_name: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct S137 { pub(super) content: S75, pub(super) alpha: i64, #[serde(flatten)] pub(super) value: S84, pub(super) kind: Option<Option<String>> }

impl Make for S137 {
    fn make(r: &mut Rng) -> Self {
        Self { content: r.make(), alpha: r.make(), value: r.make(), kind: r.make() }
    }
}

impl Default for S137 {
    fn default() -> Self {
        Rng::new(7).make()
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", tag = "type")]
pub(super) enum S138 { A, B, C }

impl Make for S138 {
    fn make(r: &mut Rng) -> Self {
        match r.below(3) { 0 => Self::A, 1 => Self::B, _ => Self::C, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "alpha")]
pub(super) enum S139 { A(S73) }

impl Make for S139 {
    fn make(r: &mut Rng) -> Self {
        Self::A(r.make())
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S140 { #[serde(flatten)] pub(super) alpha: S76, pub(super) longer_name: BTreeSet<String>, #[serde(flatten)] pub(super) value: HashMap<String, u16> }

impl Make for S140 {
    fn make(r: &mut Rng) -> Self {
        Self { alpha: r.make(), longer_name: r.make(), value: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S141 { pub(super) longer_name: [S121; 1], pub(super) alpha: VecDeque<i8>, #[serde(rename = "x1", default)] pub(super) x1: Option<u64> }

impl Make for S141 {
    fn make(r: &mut Rng) -> Self {
        Self { longer_name: r.make(), alpha: r.make(), x1: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "t", content = "content")]
pub(super) enum S142 { A, B {  }, C, D { #[serde(rename = "@kind")] kind: Option<Option<Vec<Option<String>>>> } }

impl Make for S142 {
    fn make(r: &mut Rng) -> Self {
        match r.below(4) { 0 => Self::A, 1 => Self::B {  }, 2 => Self::C, _ => Self::D { kind: r.make() }, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S143 { pub(super) x1: HashSet<char>, pub(super) type_name: Color, pub(super) longer_name: S50 }

impl Make for S143 {
    fn make(r: &mut Rng) -> Self {
        Self { x1: r.make(), type_name: r.make(), longer_name: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) enum S144 { A(Option<Color>), B(IpAddr, i16) }

impl Make for S144 {
    fn make(r: &mut Rng) -> Self {
        match r.below(2) { 0 => Self::A(r.make()), _ => Self::B(r.make(), r.make()), }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S145(u8, Value, f64);

impl Make for S145 {
    fn make(r: &mut Rng) -> Self {
        Self(r.make(), r.make(), r.make())
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S146 { pub(super) delta: S33 }

impl Make for S146 {
    fn make(r: &mut Rng) -> Self {
        Self { delta: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "alpha")]
pub(super) enum S147 { A { delta: u128 }, B { kind: u128, gamma: S107 }, C { #[serde(flatten)] content: Option<S7>, #[serde(flatten)] value: Option<S111> } }

impl Make for S147 {
    fn make(r: &mut Rng) -> Self {
        match r.below(3) { 0 => Self::A { delta: r.make() }, 1 => Self::B { kind: r.make(), gamma: r.make() }, _ => Self::C { content: r.make(), value: r.make() }, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S148 { pub(super) value: S59, #[serde(flatten)] pub(super) alpha: Option<S50>, #[serde(flatten)] pub(super) delta: S55, #[serde(flatten)] pub(super) longer_name: BTreeMap<String, u32> }

impl Make for S148 {
    fn make(r: &mut Rng) -> Self {
        Self { value: r.make(), alpha: r.make(), delta: r.make(), longer_name: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) enum S149 { A(Option<BTreeSet<Option<u8>>>) }

impl Make for S149 {
    fn make(r: &mut Rng) -> Self {
        Self::A(r.make())
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "alpha")]
pub(super) enum S150 { A(S76), B { content: i16 }, C(S3) }

impl Make for S150 {
    fn make(r: &mut Rng) -> Self {
        match r.below(3) { 0 => Self::A(r.make()), 1 => Self::B { content: r.make() }, _ => Self::C(r.make()), }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S151(BTreeSet<IpAddr>);

impl Make for S151 {
    fn make(r: &mut Rng) -> Self {
        Self(r.make())
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) enum S152 { A { #[serde(default, skip_serializing_if = "Option::is_none")] alpha: Option<HashMap<Option<u8>, Box<u16>>> }, B { x1: Option<Option<u32>>, kind: bool, #[serde(default)] delta: Option<Option<[u16; 1]>> }, C { #[serde(default)] delta: Vec<BTreeSet<u128>> }, D { value: S13, beta: String, content: f64 } }

impl Make for S152 {
    fn make(r: &mut Rng) -> Self {
        match r.below(4) { 0 => Self::A { alpha: r.make() }, 1 => Self::B { x1: r.make(), kind: r.make(), delta: r.make() }, 2 => Self::C { delta: r.make() }, _ => Self::D { value: r.make(), beta: r.make(), content: r.make() }, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S153 { pub(super) delta: f32, pub(super) longer_name: f64 }

impl Make for S153 {
    fn make(r: &mut Rng) -> Self {
        Self { delta: r.make(), longer_name: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind")]
pub(super) enum S154 { A { x1: S11 }, B(S55), C(S101), D, E(S124) }

impl Make for S154 {
    fn make(r: &mut Rng) -> Self {
        match r.below(5) { 0 => Self::A { x1: r.make() }, 1 => Self::B(r.make()), 2 => Self::C(r.make()), 3 => Self::D, _ => Self::E(r.make()), }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "t", content = "content")]
pub(super) enum S155 { A { longer_name: (Vec<S75>, Vec<Option<bool>>), beta: [Duration; 0] }, B(Vec<i32>, i32), C { #[serde(default)] beta: Option<()> }, D { kind: u16 }, E(Result<S37, HashSet<Option<u8>>>) }

impl Make for S155 {
    fn make(r: &mut Rng) -> Self {
        match r.below(5) { 0 => Self::A { longer_name: r.make(), beta: r.make() }, 1 => Self::B(r.make(), r.make()), 2 => Self::C { beta: r.make() }, 3 => Self::D { kind: r.make() }, _ => Self::E(r.make()), }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S156(Option<Option<OnlyBytes>>);

impl Make for S156 {
    fn make(r: &mut Rng) -> Self {
        Self(r.make())
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE", untagged)]
pub(super) enum S157 { A, B { delta: Option<i128>, x1: Unit } }

impl Make for S157 {
    fn make(r: &mut Rng) -> Self {
        match r.below(2) { 0 => Self::A, _ => Self::B { delta: r.make(), x1: r.make() }, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S158((Option<()>,), BTreeSet<IpAddr>, Bytes, S25);

impl Make for S158 {
    fn make(r: &mut Rng) -> Self {
        Self(r.make(), r.make(), r.make(), r.make())
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct S159 { pub(super) delta: Option<Box<()>> }

impl Make for S159 {
    fn make(r: &mut Rng) -> Self {
        Self { delta: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S160 { pub(super) content: Result<S125, HashMap<Name, i32>>, pub(super) gamma: Option<Bytes>, pub(super) type_name: Result<Color, S80> }

impl Make for S160 {
    fn make(r: &mut Rng) -> Self {
        Self { content: r.make(), gamma: r.make(), type_name: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S161((i128, [HashMap<Color, u64>; 1]));

impl Make for S161 {
    fn make(r: &mut Rng) -> Self {
        Self(r.make())
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) enum S162 { A((S122, S133)), B, C, D, E {  } }

impl Make for S162 {
    fn make(r: &mut Rng) -> Self {
        match r.below(5) { 0 => Self::A(r.make()), 1 => Self::B, 2 => Self::C, 3 => Self::D, _ => Self::E {  }, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S163();

impl Make for S163 {
    fn make(_: &mut Rng) -> Self {
        Self()
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S164 { pub(super) gamma: Option<Box<()>>, #[serde(flatten)] pub(super) longer_name: S70, #[serde(flatten)] pub(super) kind: S58, pub(super) alpha: Tree }

impl Make for S164 {
    fn make(r: &mut Rng) -> Self {
        Self { gamma: r.make(), longer_name: r.make(), kind: r.make(), alpha: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S165(Box<i128>, f64);

impl Make for S165 {
    fn make(r: &mut Rng) -> Self {
        Self(r.make(), r.make())
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S166 { #[serde(default, skip_serializing_if = "Option::is_none")] pub(super) delta: Option<Box<Option<()>>>, #[serde(flatten)] pub(super) alpha: S19 }

impl Make for S166 {
    fn make(r: &mut Rng) -> Self {
        Self { delta: r.make(), alpha: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S167();

impl Make for S167 {
    fn make(_: &mut Rng) -> Self {
        Self()
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct S168 { #[serde(flatten)] pub(super) kind: Option<S20> }

impl Make for S168 {
    fn make(r: &mut Rng) -> Self {
        Self { kind: r.make() }
    }
}

impl Default for S168 {
    fn default() -> Self {
        Rng::new(7).make()
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub(super) struct S169 { pub(super) delta: Color, #[serde(flatten)] pub(super) beta: S146, pub(super) gamma: S29 }

impl Make for S169 {
    fn make(r: &mut Rng) -> Self {
        Self { delta: r.make(), beta: r.make(), gamma: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S170(S31, i16, bool, S127);

impl Make for S170 {
    fn make(r: &mut Rng) -> Self {
        Self(r.make(), r.make(), r.make(), r.make())
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S171 {}

impl Make for S171 {
    fn make(_: &mut Rng) -> Self {
        Self {}
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S172 {}

impl Make for S172 {
    fn make(_: &mut Rng) -> Self {
        Self {}
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) enum S173 { A, B(Box<(Value, Name)>, BTreeSet<String>), C }

impl Make for S173 {
    fn make(r: &mut Rng) -> Self {
        match r.below(3) { 0 => Self::A, 1 => Self::B(r.make(), r.make()), _ => Self::C, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S174 { #[serde(flatten)] pub(super) value: Option<S169>, pub(super) delta: u32, pub(super) alpha: Cow<'static, str>, #[serde(flatten)] pub(super) type_name: Option<S164> }

impl Make for S174 {
    fn make(r: &mut Rng) -> Self {
        Self { value: r.make(), delta: r.make(), alpha: r.make(), type_name: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S175(S136);

impl Make for S175 {
    fn make(r: &mut Rng) -> Self {
        Self(r.make())
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S176(S60, Chain, Duration, BTreeSet<i64>);

impl Make for S176 {
    fn make(r: &mut Rng) -> Self {
        Self(r.make(), r.make(), r.make(), r.make())
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S177 {}

impl Make for S177 {
    fn make(_: &mut Rng) -> Self {
        Self {}
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub(super) struct S178 { pub(super) kind: Result<OnlyBytes, (u128,)> }

impl Make for S178 {
    fn make(r: &mut Rng) -> Self {
        Self { kind: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub(super) struct S179 { #[serde(flatten)] pub(super) x1: S49, #[serde(flatten)] pub(super) longer_name: Option<S124>, #[serde(default)] pub(super) kind: u32, #[serde(flatten)] pub(super) value: S168 }

impl Make for S179 {
    fn make(r: &mut Rng) -> Self {
        Self { x1: r.make(), longer_name: r.make(), kind: r.make(), value: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) enum S180 { A(i64, i32), B { longer_name: S160 }, C { type_name: VecDeque<char> }, D(S41), E(u64) }

impl Make for S180 {
    fn make(r: &mut Rng) -> Self {
        match r.below(5) { 0 => Self::A(r.make(), r.make()), 1 => Self::B { longer_name: r.make() }, 2 => Self::C { type_name: r.make() }, 3 => Self::D(r.make()), _ => Self::E(r.make()), }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct S181 { kind: S168 }

impl Make for S181 {
    fn make(r: &mut Rng) -> Self {
        Self { kind: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub(super) enum S182 { A { type_name: Duration, kind: S16 }, B(Value, i32), C { delta: Tree, x1: BTreeMap<Name, Box<u128>>, #[serde(default, skip_serializing_if = "Option::is_none")] value: Option<Option<Box<()>>> }, D(Bytes, Bytes), E }

impl Make for S182 {
    fn make(r: &mut Rng) -> Self {
        match r.below(5) { 0 => Self::A { type_name: r.make(), kind: r.make() }, 1 => Self::B(r.make(), r.make()), 2 => Self::C { delta: r.make(), x1: r.make(), value: r.make() }, 3 => Self::D(r.make(), r.make()), _ => Self::E, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type")]
pub(super) enum S183 { A { gamma: VecDeque<f64>, #[serde(rename = "kindvalue")] value: VecDeque<S132> }, B, C(S82), D, E(S168) }

impl Make for S183 {
    fn make(r: &mut Rng) -> Self {
        match r.below(5) { 0 => Self::A { gamma: r.make(), value: r.make() }, 1 => Self::B, 2 => Self::C(r.make()), 3 => Self::D, _ => Self::E(r.make()), }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S184 {}

impl Make for S184 {
    fn make(_: &mut Rng) -> Self {
        Self {}
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct S185 { pub(super) type_name: HashMap<String, S181>, pub(super) gamma: Result<Option<u32>, Vec<()>>, #[serde(flatten)] pub(super) x1: Option<S84> }

impl Make for S185 {
    fn make(r: &mut Rng) -> Self {
        Self { type_name: r.make(), gamma: r.make(), x1: r.make() }
    }
}

impl Default for S185 {
    fn default() -> Self {
        Rng::new(7).make()
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S186 { pub(super) kind: BTreeSet<u8>, #[serde(rename = "delta")] pub(super) delta: [BTreeSet<char>; 1] }

impl Make for S186 {
    fn make(r: &mut Rng) -> Self {
        Self { kind: r.make(), delta: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S187;

impl Make for S187 {
    fn make(_: &mut Rng) -> Self {
        Self
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) enum S188 { A { content: Option<S41>, alpha: (), x1: [Option<Box<()>>; 0] }, B, C }

impl Make for S188 {
    fn make(r: &mut Rng) -> Self {
        match r.below(3) { 0 => Self::A { content: r.make(), alpha: r.make(), x1: r.make() }, 1 => Self::B, _ => Self::C, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type")]
pub(super) enum S189 { A { #[serde(flatten)] alpha: BTreeMap<String, f32>, beta: S142, value: Color }, B(S160) }

impl Make for S189 {
    fn make(r: &mut Rng) -> Self {
        match r.below(2) { 0 => Self::A { alpha: r.make(), beta: r.make(), value: r.make() }, _ => Self::B(r.make()), }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub(super) enum S190 { A, B(Color), C, D(S156, char) }

impl Make for S190 {
    fn make(r: &mut Rng) -> Self {
        match r.below(4) { 0 => Self::A, 1 => Self::B(r.make()), 2 => Self::C, _ => Self::D(r.make(), r.make()), }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S191 { pub(super) value: Box<BTreeSet<u8>>, #[serde(rename = "typecontent")] pub(super) content: i128, #[serde(flatten)] pub(super) alpha: Option<S89>, #[serde(rename = "Typetype_name")] pub(super) type_name: i32 }

impl Make for S191 {
    fn make(r: &mut Rng) -> Self {
        Self { value: r.make(), content: r.make(), alpha: r.make(), type_name: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S192 { #[serde(flatten)] pub(super) alpha: S111 }

impl Make for S192 {
    fn make(r: &mut Rng) -> Self {
        Self { alpha: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct S193 { alpha: S101 }

impl Make for S193 {
    fn make(r: &mut Rng) -> Self {
        Self { alpha: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S194 {}

impl Make for S194 {
    fn make(_: &mut Rng) -> Self {
        Self {}
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE", tag = "alpha")]
pub(super) enum S195 { A { value: VecDeque<HashMap<String, S9>> }, B { beta: Color }, C { delta: i32, longer_name: Result<S182, u32>, #[serde(flatten)] value: S90 } }

impl Make for S195 {
    fn make(r: &mut Rng) -> Self {
        match r.below(3) { 0 => Self::A { value: r.make() }, 1 => Self::B { beta: r.make() }, _ => Self::C { delta: r.make(), longer_name: r.make(), value: r.make() }, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S196 { #[serde(flatten)] pub(super) beta: Option<S90>, pub(super) gamma: OnlyBytes }

impl Make for S196 {
    fn make(r: &mut Rng) -> Self {
        Self { beta: r.make(), gamma: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S197 { #[serde(rename = "Typecontent")] pub(super) content: Value, #[serde(flatten)] pub(super) longer_name: S51, pub(super) beta: Option<Option<S18>>, pub(super) x1: S145 }

impl Make for S197 {
    fn make(r: &mut Rng) -> Self {
        Self { content: r.make(), longer_name: r.make(), beta: r.make(), x1: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S198((HashMap<i64, i64>, Option<Box<()>>));

impl Make for S198 {
    fn make(r: &mut Rng) -> Self {
        Self(r.make())
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S199 {  }

impl Make for S199 {
    fn make(_: &mut Rng) -> Self {
        Self {  }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) enum S200 { A { gamma: [S75; 0], type_name: Box<Color> }, B }

impl Make for S200 {
    fn make(r: &mut Rng) -> Self {
        match r.below(2) { 0 => Self::A { gamma: r.make(), type_name: r.make() }, _ => Self::B, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S201(Color);

impl Make for S201 {
    fn make(r: &mut Rng) -> Self {
        Self(r.make())
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S202(OnlyBytes);

impl Make for S202 {
    fn make(r: &mut Rng) -> Self {
        Self(r.make())
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "type", content = "content")]
pub(super) enum S203 { A { beta: (i128,), #[serde(default)] value: u8 }, B { #[serde(rename = "kindlonger_name")] longer_name: i128 } }

impl Make for S203 {
    fn make(r: &mut Rng) -> Self {
        match r.below(2) { 0 => Self::A { beta: r.make(), value: r.make() }, _ => Self::B { longer_name: r.make() }, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S204(i128);

impl Make for S204 {
    fn make(r: &mut Rng) -> Self {
        Self(r.make())
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct S205 { content: Box<HashMap<char, Vec<Bytes>>> }

impl Make for S205 {
    fn make(r: &mut Rng) -> Self {
        Self { content: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "alpha")]
pub(super) enum S206 { A {  }, B { beta: Option<i16> }, C(S199) }

impl Make for S206 {
    fn make(r: &mut Rng) -> Self {
        match r.below(3) { 0 => Self::A {  }, 1 => Self::B { beta: r.make() }, _ => Self::C(r.make()), }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S207 {}

impl Make for S207 {
    fn make(_: &mut Rng) -> Self {
        Self {}
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct S208 { #[serde(flatten)] pub(super) x1: Option<S90> }

impl Make for S208 {
    fn make(r: &mut Rng) -> Self {
        Self { x1: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S209 { pub(super) beta: Tree }

impl Make for S209 {
    fn make(r: &mut Rng) -> Self {
        Self { beta: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct S210 { #[serde(flatten)] pub(super) x1: Option<S94>, #[serde(skip)] pub(super) gamma: i32, pub(super) beta: VecDeque<HashMap<Color, Color>> }

impl Make for S210 {
    fn make(r: &mut Rng) -> Self {
        Self { x1: r.make(), gamma: r.make(), beta: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", content = "content")]
pub(super) enum S211 { A(Duration, IpAddr), B(Option<Option<char>>, Option<Option<Duration>>), C { #[serde(skip)] value: BTreeMap<i64, VecDeque<i16>>, longer_name: Unit, content: BTreeSet<(u8, u8)> } }

impl Make for S211 {
    fn make(r: &mut Rng) -> Self {
        match r.below(3) { 0 => Self::A(r.make(), r.make()), 1 => Self::B(r.make(), r.make()), _ => Self::C { value: r.make(), longer_name: r.make(), content: r.make() }, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub(super) enum S212 { A { x1: u64, longer_name: S82 }, B, C {  }, D { #[serde(default, with = "double_option", skip_serializing_if = "Option::is_none")] alpha: Option<Option<HashSet<char>>>, value: S24, #[serde(skip)] type_name: i128 } }

impl Make for S212 {
    fn make(r: &mut Rng) -> Self {
        match r.below(4) { 0 => Self::A { x1: r.make(), longer_name: r.make() }, 1 => Self::B, 2 => Self::C {  }, _ => Self::D { alpha: r.make(), value: r.make(), type_name: r.make() }, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) enum S213 { A { #[serde(rename = "kind")] kind: Duration, #[serde(rename = "type_name")] type_name: i128, content: i8 }, B { x1: (VecDeque<Option<()>>,) }, C(Chain) }

impl Make for S213 {
    fn make(r: &mut Rng) -> Self {
        match r.below(3) { 0 => Self::A { kind: r.make(), type_name: r.make(), content: r.make() }, 1 => Self::B { x1: r.make() }, _ => Self::C(r.make()), }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S214(u128);

impl Make for S214 {
    fn make(r: &mut Rng) -> Self {
        Self(r.make())
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct S215 { beta: Color }

impl Make for S215 {
    fn make(r: &mut Rng) -> Self {
        Self { beta: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S216 { #[serde(rename = "delta")] pub(super) delta: [S189; 0], #[serde(rename = "typevalue")] pub(super) value: HashSet<i64>, pub(super) x1: () }

impl Make for S216 {
    fn make(r: &mut Rng) -> Self {
        Self { delta: r.make(), value: r.make(), x1: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub(super) enum S217 { A(()), B(HashMap<String, Name>), C { kind: Vec<Unit>, longer_name: [HashSet<char>; 0], gamma: S203 }, D([HashMap<String, char>; 0]) }

impl Make for S217 {
    fn make(r: &mut Rng) -> Self {
        match r.below(4) { 0 => Self::A(r.make()), 1 => Self::B(r.make()), 2 => Self::C { kind: r.make(), longer_name: r.make(), gamma: r.make() }, _ => Self::D(r.make()), }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) enum S218 { A {  } }

impl Make for S218 {
    fn make(_: &mut Rng) -> Self {
        Self::A {  }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S219(S131);

impl Make for S219 {
    fn make(r: &mut Rng) -> Self {
        Self(r.make())
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S220 {}

impl Make for S220 {
    fn make(_: &mut Rng) -> Self {
        Self {}
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct S221 { pub(super) x1: u32 }

impl Make for S221 {
    fn make(r: &mut Rng) -> Self {
        Self { x1: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct S222 { kind: BTreeSet<i64> }

impl Make for S222 {
    fn make(r: &mut Rng) -> Self {
        Self { kind: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S223(S64);

impl Make for S223 {
    fn make(r: &mut Rng) -> Self {
        Self(r.make())
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "alpha")]
pub(super) enum S224 { A }

impl Make for S224 {
    fn make(_: &mut Rng) -> Self {
        Self::A
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", content = "content")]
pub(super) enum S225 { A { x1: VecDeque<i16>, kind: Vec<Value> }, B(Option<Box<Box<Chain>>>), C { #[serde(skip)] content: Option<BTreeSet<(u8, u8)>> }, D { alpha: BTreeSet<String>, content: VecDeque<u32>, beta: HashSet<char> }, E { alpha: S13, longer_name: i64, x1: IpAddr } }

impl Make for S225 {
    fn make(r: &mut Rng) -> Self {
        match r.below(5) { 0 => Self::A { x1: r.make(), kind: r.make() }, 1 => Self::B(r.make()), 2 => Self::C { content: r.make() }, 3 => Self::D { alpha: r.make(), content: r.make(), beta: r.make() }, _ => Self::E { alpha: r.make(), longer_name: r.make(), x1: r.make() }, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct S226 { pub(super) gamma: IpAddr, #[serde(default, skip_serializing_if = "Option::is_none")] pub(super) alpha: Option<Option<()>>, pub(super) delta: (S193, Option<i16>), #[serde(flatten)] pub(super) type_name: Option<S199> }

impl Make for S226 {
    fn make(r: &mut Rng) -> Self {
        Self { gamma: r.make(), alpha: r.make(), delta: r.make(), type_name: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S227 { #[serde(flatten)] pub(super) longer_name: S106 }

impl Make for S227 {
    fn make(r: &mut Rng) -> Self {
        Self { longer_name: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub(super) struct S228 { pub(super) alpha: BTreeSet<bool>, pub(super) value: S109, pub(super) kind: () }

impl Make for S228 {
    fn make(r: &mut Rng) -> Self {
        Self { alpha: r.make(), value: r.make(), kind: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub(super) enum S229 { A(S123), B, C { gamma: S189 }, D(Tree, Box<BTreeSet<IpAddr>>) }

impl Make for S229 {
    fn make(r: &mut Rng) -> Self {
        match r.below(4) { 0 => Self::A(r.make()), 1 => Self::B, 2 => Self::C { gamma: r.make() }, _ => Self::D(r.make(), r.make()), }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S230 { #[serde(flatten)] pub(super) type_name: S63, #[serde(default, skip_serializing_if = "Option::is_none")] pub(super) content: Option<()> }

impl Make for S230 {
    fn make(r: &mut Rng) -> Self {
        Self { type_name: r.make(), content: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct S231 { #[serde(flatten)] pub(super) value: BTreeMap<String, HashSet<(u8, u8)>>, #[serde(flatten)] pub(super) alpha: Option<S197> }

impl Make for S231 {
    fn make(r: &mut Rng) -> Self {
        Self { value: r.make(), alpha: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind")]
pub(super) enum S232 { A { #[serde(rename = "@gamma")] gamma: Color }, B }

impl Make for S232 {
    fn make(r: &mut Rng) -> Self {
        match r.below(2) { 0 => Self::A { gamma: r.make() }, _ => Self::B, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind")]
pub(super) enum S233 { A, B { value: Name, #[serde(rename = "@type_name")] type_name: (IpAddr, Result<i128, S131>) }, C { delta: S216, beta: u64 }, D { #[serde(flatten)] value: S1, type_name: VecDeque<[char; 3]> } }

impl Make for S233 {
    fn make(r: &mut Rng) -> Self {
        match r.below(4) { 0 => Self::A, 1 => Self::B { value: r.make(), type_name: r.make() }, 2 => Self::C { delta: r.make(), beta: r.make() }, _ => Self::D { value: r.make(), type_name: r.make() }, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S234 { #[serde(flatten)] pub(super) delta: S116, pub(super) alpha: Name, #[serde(flatten)] pub(super) kind: Option<S20> }

impl Make for S234 {
    fn make(r: &mut Rng) -> Self {
        Self { delta: r.make(), alpha: r.make(), kind: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct S235 { delta: VecDeque<u8> }

impl Make for S235 {
    fn make(r: &mut Rng) -> Self {
        Self { delta: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "alpha")]
pub(super) enum S236 { A { longer_name: Value, type_name: u128, value: bool } }

impl Make for S236 {
    fn make(r: &mut Rng) -> Self {
        Self::A { longer_name: r.make(), type_name: r.make(), value: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S237 { #[serde(rename = "typevalue", skip)] pub(super) value: Option<Option<OnlyBytes>>, #[serde(flatten)] pub(super) gamma: Option<S192> }

impl Make for S237 {
    fn make(r: &mut Rng) -> Self {
        Self { value: r.make(), gamma: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub(super) struct S238 { pub(super) content: Vec<u8>, pub(super) beta: i32, pub(super) x1: BTreeSet<u8> }

impl Make for S238 {
    fn make(r: &mut Rng) -> Self {
        Self { content: r.make(), beta: r.make(), x1: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type")]
pub(super) enum S239 { A(S164), B { #[serde(skip)] kind: Option<Chain> } }

impl Make for S239 {
    fn make(r: &mut Rng) -> Self {
        match r.below(2) { 0 => Self::A(r.make()), _ => Self::B { kind: r.make() }, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub(super) enum S240 { A(VecDeque<[HashSet<(u8, u8)>; 3]>), B(BTreeSet<bool>), C { #[serde(default, skip_serializing_if = "Option::is_none")] kind: Option<Option<Cow<'static, str>>> } }

impl Make for S240 {
    fn make(r: &mut Rng) -> Self {
        match r.below(3) { 0 => Self::A(r.make()), 1 => Self::B(r.make()), _ => Self::C { kind: r.make() }, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "t", content = "content")]
pub(super) enum S241 { A }

impl Make for S241 {
    fn make(_: &mut Rng) -> Self {
        Self::A
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S242 { pub(super) value: Bytes, pub(super) kind: Box<Option<Option<Option<Duration>>>>, pub(super) x1: Bytes }

impl Make for S242 {
    fn make(r: &mut Rng) -> Self {
        Self { value: r.make(), kind: r.make(), x1: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S243 { pub(super) longer_name: IpAddr, pub(super) kind: Name, pub(super) gamma: Option<BTreeSet<u128>> }

impl Make for S243 {
    fn make(r: &mut Rng) -> Self {
        Self { longer_name: r.make(), kind: r.make(), gamma: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S244 {}

impl Make for S244 {
    fn make(_: &mut Rng) -> Self {
        Self {}
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S245 { pub(super) type_name: Option<Option<Option<OnlyBytes>>> }

impl Make for S245 {
    fn make(r: &mut Rng) -> Self {
        Self { type_name: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S246 { #[serde(flatten)] pub(super) x1: Option<S90>, #[serde(flatten)] pub(super) gamma: Option<S46> }

impl Make for S246 {
    fn make(r: &mut Rng) -> Self {
        Self { x1: r.make(), gamma: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum S247 { A(Option<u128>), B(Chain, HashMap<u8, Box<Box<f32>>>) }

impl Make for S247 {
    fn make(r: &mut Rng) -> Self {
        match r.below(2) { 0 => Self::A(r.make()), _ => Self::B(r.make(), r.make()), }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type")]
pub(super) enum S248 { A, B { alpha: f32 } }

impl Make for S248 {
    fn make(r: &mut Rng) -> Self {
        match r.below(2) { 0 => Self::A, _ => Self::B { alpha: r.make() }, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S249 { #[serde(flatten)] pub(super) alpha: Option<S169>, #[serde(flatten)] pub(super) longer_name: BTreeMap<String, i16>, #[serde(flatten)] pub(super) gamma: S19 }

impl Make for S249 {
    fn make(r: &mut Rng) -> Self {
        Self { alpha: r.make(), longer_name: r.make(), gamma: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum S250 { A((), u8), B(S230, VecDeque<[Box<i8>; 1]>), C { #[serde(flatten)] beta: S138, #[serde(skip)] value: Option<Option<Value>>, delta: u16 } }

impl Make for S250 {
    fn make(r: &mut Rng) -> Self {
        match r.below(3) { 0 => Self::A(r.make(), r.make()), 1 => Self::B(r.make(), r.make()), _ => Self::C { beta: r.make(), value: r.make(), delta: r.make() }, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S251(HashMap<i64, S158>, Value, Result<Vec<Vec<i8>>, Result<Result<f32, u8>, i16>>);

impl Make for S251 {
    fn make(r: &mut Rng) -> Self {
        Self(r.make(), r.make(), r.make())
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S252(i16);

impl Make for S252 {
    fn make(r: &mut Rng) -> Self {
        Self(r.make())
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub(super) enum S253 { A(i16), B(i128, S138), C { #[serde(flatten)] alpha: S191 }, D(S170, S122), E { #[serde(flatten)] content: S231 } }

impl Make for S253 {
    fn make(r: &mut Rng) -> Self {
        match r.below(5) { 0 => Self::A(r.make()), 1 => Self::B(r.make(), r.make()), 2 => Self::C { alpha: r.make() }, 3 => Self::D(r.make(), r.make()), _ => Self::E { content: r.make() }, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct S254 { #[serde(flatten)] pub(super) beta: S70, pub(super) kind: IpAddr }

impl Make for S254 {
    fn make(r: &mut Rng) -> Self {
        Self { beta: r.make(), kind: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S255 { pub(super) beta: String }

impl Make for S255 {
    fn make(r: &mut Rng) -> Self {
        Self { beta: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S256 { #[serde(flatten)] pub(super) x1: HashMap<String, Bytes> }

impl Make for S256 {
    fn make(r: &mut Rng) -> Self {
        Self { x1: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S257(VecDeque<S167>, S38, i32);

impl Make for S257 {
    fn make(r: &mut Rng) -> Self {
        Self(r.make(), r.make(), r.make())
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S258 { pub(super) delta: Box<Option<Unit>>, #[serde(flatten)] pub(super) x1: S194 }

impl Make for S258 {
    fn make(r: &mut Rng) -> Self {
        Self { delta: r.make(), x1: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S259();

impl Make for S259 {
    fn make(_: &mut Rng) -> Self {
        Self()
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) enum S260 { A { longer_name: S167, type_name: Option<S24>, value: i8 }, B(Option<f32>, S245), C { #[serde(flatten)] gamma: Option<S227>, #[serde(rename = "delta", default, skip_serializing_if = "Option::is_none")] delta: Option<Option<S153>> }, D { content: (S134,), beta: Color, longer_name: Duration }, E { longer_name: Option<u64> } }

impl Make for S260 {
    fn make(r: &mut Rng) -> Self {
        match r.below(5) { 0 => Self::A { longer_name: r.make(), type_name: r.make(), value: r.make() }, 1 => Self::B(r.make(), r.make()), 2 => Self::C { gamma: r.make(), delta: r.make() }, 3 => Self::D { content: r.make(), beta: r.make(), longer_name: r.make() }, _ => Self::E { longer_name: r.make() }, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", content = "content")]
pub(super) enum S261 { A {  } }

impl Make for S261 {
    fn make(_: &mut Rng) -> Self {
        Self::A {  }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S262 { #[serde(flatten)] pub(super) x1: Option<S234>, pub(super) beta: [S91; 3] }

impl Make for S262 {
    fn make(r: &mut Rng) -> Self {
        Self { x1: r.make(), beta: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE", tag = "type")]
pub(super) enum S263 { A(S191), B(HashMap<u8, S195>), C(Option<Option<Option<()>>>), D { alpha: BTreeMap<u8, Color>, kind: Name, value: IpAddr }, E(S228) }

impl Make for S263 {
    fn make(r: &mut Rng) -> Self {
        match r.below(5) { 0 => Self::A(r.make()), 1 => Self::B(r.make()), 2 => Self::C(r.make()), 3 => Self::D { alpha: r.make(), kind: r.make(), value: r.make() }, _ => Self::E(r.make()), }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S264 { pub(super) delta: Chain, #[serde(rename = "typelonger_name")] pub(super) longer_name: S117 }

impl Make for S264 {
    fn make(r: &mut Rng) -> Self {
        Self { delta: r.make(), longer_name: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub(super) enum S265 { A { gamma: u16, x1: Cow<'static, str> }, B { alpha: S250, beta: [S200; 1], type_name: Tree } }

impl Make for S265 {
    fn make(r: &mut Rng) -> Self {
        match r.below(2) { 0 => Self::A { gamma: r.make(), x1: r.make() }, _ => Self::B { alpha: r.make(), beta: r.make(), type_name: r.make() }, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind")]
pub(super) enum S266 { A { x1: u32 } }

impl Make for S266 {
    fn make(r: &mut Rng) -> Self {
        Self::A { x1: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type")]
pub(super) enum S267 { A { gamma: S234 }, B(S227) }

impl Make for S267 {
    fn make(r: &mut Rng) -> Self {
        match r.below(2) { 0 => Self::A { gamma: r.make() }, _ => Self::B(r.make()), }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub(super) struct S268 { #[serde(rename = "delta")] pub(super) delta: Option<u32>, pub(super) value: i64 }

impl Make for S268 {
    fn make(r: &mut Rng) -> Self {
        Self { delta: r.make(), value: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub(super) struct S269 { #[serde(flatten)] pub(super) gamma: S212, #[serde(rename = "typebeta")] pub(super) beta: Box<u16>, #[serde(flatten)] pub(super) x1: S64, pub(super) type_name: Box<S174> }

impl Make for S269 {
    fn make(r: &mut Rng) -> Self {
        Self { gamma: r.make(), beta: r.make(), x1: r.make(), type_name: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S270;

impl Make for S270 {
    fn make(_: &mut Rng) -> Self {
        Self
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S271 { pub(super) longer_name: HashMap<char, S15>, pub(super) type_name: S266, #[serde(flatten)] pub(super) kind: S186, pub(super) beta: S141 }

impl Make for S271 {
    fn make(r: &mut Rng) -> Self {
        Self { longer_name: r.make(), type_name: r.make(), kind: r.make(), beta: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S272 { pub(super) delta: Result<Cow<'static, str>, (Duration, char)>, pub(super) beta: Result<(bool,), Vec<VecDeque<f64>>>, pub(super) alpha: S155 }

impl Make for S272 {
    fn make(r: &mut Rng) -> Self {
        Self { delta: r.make(), beta: r.make(), alpha: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", content = "content")]
pub(super) enum S273 { A { content: i8 }, B { type_name: i64, kind: Box<S179> }, C { type_name: VecDeque<S119> }, D }

impl Make for S273 {
    fn make(r: &mut Rng) -> Self {
        match r.below(4) { 0 => Self::A { content: r.make() }, 1 => Self::B { type_name: r.make(), kind: r.make() }, 2 => Self::C { type_name: r.make() }, _ => Self::D, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S274(S246);

impl Make for S274 {
    fn make(r: &mut Rng) -> Self {
        Self(r.make())
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub(super) enum S275 { A { type_name: Bytes, alpha: S110 }, B(S126), C(BTreeSet<char>), D { longer_name: i32 }, E { #[serde(rename = "Typealpha")] alpha: i64 } }

impl Make for S275 {
    fn make(r: &mut Rng) -> Self {
        match r.below(5) { 0 => Self::A { type_name: r.make(), alpha: r.make() }, 1 => Self::B(r.make()), 2 => Self::C(r.make()), 3 => Self::D { longer_name: r.make() }, _ => Self::E { alpha: r.make() }, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S276(HashSet<u128>, bool, f32);

impl Make for S276 {
    fn make(r: &mut Rng) -> Self {
        Self(r.make(), r.make(), r.make())
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "alpha")]
pub(super) enum S277 { A { #[serde(flatten)] gamma: HashMap<String, Vec<Vec<u64>>> }, B { value: i64 }, C { x1: Option<S144> }, D }

impl Make for S277 {
    fn make(r: &mut Rng) -> Self {
        match r.below(4) { 0 => Self::A { gamma: r.make() }, 1 => Self::B { value: r.make() }, 2 => Self::C { x1: r.make() }, _ => Self::D, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S278 {}

impl Make for S278 {
    fn make(_: &mut Rng) -> Self {
        Self {}
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S279();

impl Make for S279 {
    fn make(_: &mut Rng) -> Self {
        Self()
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) enum S280 { A(Duration), B, C { x1: Unit, longer_name: Option<S82>, #[serde(rename = "kindcontent")] content: Vec<f64> }, D(Option<Option<Duration>>, OnlyBytes) }

impl Make for S280 {
    fn make(r: &mut Rng) -> Self {
        match r.below(4) { 0 => Self::A(r.make()), 1 => Self::B, 2 => Self::C { x1: r.make(), longer_name: r.make(), content: r.make() }, _ => Self::D(r.make(), r.make()), }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S281(i16);

impl Make for S281 {
    fn make(r: &mut Rng) -> Self {
        Self(r.make())
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) enum S282 { A { x1: Option<Option<Option<String>>> }, B, C { #[serde(rename = "kindlonger_name")] longer_name: i8, #[serde(default, skip_serializing_if = "Option::is_none")] delta: Option<Box<()>> }, D { gamma: Chain, #[serde(skip)] x1: u8, delta: S277 }, E { kind: Unit, gamma: Option<[Box<i64>; 1]> } }

impl Make for S282 {
    fn make(r: &mut Rng) -> Self {
        match r.below(5) { 0 => Self::A { x1: r.make() }, 1 => Self::B, 2 => Self::C { longer_name: r.make(), delta: r.make() }, 3 => Self::D { gamma: r.make(), x1: r.make(), delta: r.make() }, _ => Self::E { kind: r.make(), gamma: r.make() }, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub(super) enum S283 { A { content: Tree, beta: S113, x1: S126 } }

impl Make for S283 {
    fn make(r: &mut Rng) -> Self {
        Self::A { content: r.make(), beta: r.make(), x1: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "t", content = "content")]
pub(super) enum S284 { A, B(()), C { value: i128 }, D { longer_name: (Option<Unit>,) }, E { beta: (S196, [Bytes; 0]) } }

impl Make for S284 {
    fn make(r: &mut Rng) -> Self {
        match r.below(5) { 0 => Self::A, 1 => Self::B(r.make()), 2 => Self::C { value: r.make() }, 3 => Self::D { longer_name: r.make() }, _ => Self::E { beta: r.make() }, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S285 {}

impl Make for S285 {
    fn make(_: &mut Rng) -> Self {
        Self {}
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "alpha")]
pub(super) enum S286 { A { gamma: OnlyBytes }, B {  } }

impl Make for S286 {
    fn make(r: &mut Rng) -> Self {
        match r.below(2) { 0 => Self::A { gamma: r.make() }, _ => Self::B {  }, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "t", content = "content")]
pub(super) enum S287 { A { value: Box<IpAddr>, gamma: i32, #[serde(rename = "typex1")] x1: S106 }, B([Color; 1], S144), C { x1: Bytes, gamma: u16 }, D(Unit) }

impl Make for S287 {
    fn make(r: &mut Rng) -> Self {
        match r.below(4) { 0 => Self::A { value: r.make(), gamma: r.make(), x1: r.make() }, 1 => Self::B(r.make(), r.make()), 2 => Self::C { x1: r.make(), gamma: r.make() }, _ => Self::D(r.make()), }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "t", content = "content")]
pub(super) enum S288 { A, B { longer_name: BTreeSet<Name>, kind: S287 } }

impl Make for S288 {
    fn make(r: &mut Rng) -> Self {
        match r.below(2) { 0 => Self::A, _ => Self::B { longer_name: r.make(), kind: r.make() }, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "alpha")]
pub(super) enum S289 { A(S137), B(Vec<Option<Unit>>), C, D(S192) }

impl Make for S289 {
    fn make(r: &mut Rng) -> Self {
        match r.below(4) { 0 => Self::A(r.make()), 1 => Self::B(r.make()), 2 => Self::C, _ => Self::D(r.make()), }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "alpha")]
pub(super) enum S290 { A(S143), B { delta: u128, kind: HashSet<Option<u8>> } }

impl Make for S290 {
    fn make(r: &mut Rng) -> Self {
        match r.below(2) { 0 => Self::A(r.make()), _ => Self::B { delta: r.make(), kind: r.make() }, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "alpha")]
pub(super) enum S291 { A, B { gamma: Tree, #[serde(rename = "Typex1")] x1: Vec<[f32; 0]>, type_name: f64 }, C { longer_name: String, kind: VecDeque<Result<BTreeMap<char, u8>, BTreeSet<char>>>, beta: i16 }, D { #[serde(flatten)] delta: HashMap<String, i128>, #[serde(rename = "typex1")] x1: u16, longer_name: Color }, E(S227) }

impl Make for S291 {
    fn make(r: &mut Rng) -> Self {
        match r.below(5) { 0 => Self::A, 1 => Self::B { gamma: r.make(), x1: r.make(), type_name: r.make() }, 2 => Self::C { longer_name: r.make(), kind: r.make(), beta: r.make() }, 3 => Self::D { delta: r.make(), x1: r.make(), longer_name: r.make() }, _ => Self::E(r.make()), }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S292(S12);

impl Make for S292 {
    fn make(r: &mut Rng) -> Self {
        Self(r.make())
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S293([Name; 0], S3);

impl Make for S293 {
    fn make(r: &mut Rng) -> Self {
        Self(r.make(), r.make())
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S294(char);

impl Make for S294 {
    fn make(r: &mut Rng) -> Self {
        Self(r.make())
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub(super) enum S295 { A, B, C(char, u64), D, E { gamma: u64 } }

impl Make for S295 {
    fn make(r: &mut Rng) -> Self {
        match r.below(5) { 0 => Self::A, 1 => Self::B, 2 => Self::C(r.make(), r.make()), 3 => Self::D, _ => Self::E { gamma: r.make() }, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct S296 { pub(super) kind: f64 }

impl Make for S296 {
    fn make(r: &mut Rng) -> Self {
        Self { kind: r.make() }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "alpha")]
pub(super) enum S297 { A(S159), B }

impl Make for S297 {
    fn make(r: &mut Rng) -> Self {
        match r.below(2) { 0 => Self::A(r.make()), _ => Self::B, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) enum S298 { A(Color), B(S215), C(S266, HashSet<bool>), D { alpha: BTreeSet<IpAddr> } }

impl Make for S298 {
    fn make(r: &mut Rng) -> Self {
        match r.below(4) { 0 => Self::A(r.make()), 1 => Self::B(r.make()), 2 => Self::C(r.make(), r.make()), _ => Self::D { alpha: r.make() }, }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub(super) enum S299 { A(HashSet<(u8, u8)>) }

impl Make for S299 {
    fn make(r: &mut Rng) -> Self {
        Self::A(r.make())
    }
}
